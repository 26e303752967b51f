/**
 * Modules of the kinds of exercise that are there already, by their address: where a command was bundled
 * (commands/run.mjs), they are in the bundle, and their files cannot be loaded by themselves.
 */
export const inBundle: Record<string, unknown> = {}
