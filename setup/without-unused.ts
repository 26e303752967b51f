import type { Plugin } from 'vite'

/** What Slidev has for code editors on slides, and for its export in the browser: a workshop's deck has neither. */
const UNUSED = /(?:^|[\s>])(?:typescript|@typescript\/ata|pptxgenjs)$/

/**
 * Keeps Vite from bundling Slidev's largest packages before it shows an author the first slide: with TypeScript among
 * them, that takes seconds. Where a slide needs one after all, Vite bundles it then.
 */
export function withoutUnused(): Plugin {
  return {
    name: 'workshop-without-unused',
    apply: 'serve',
    // After Slidev, which names them.
    enforce: 'post',
    config: ({ optimizeDeps }) => {
      if (optimizeDeps?.include) optimizeDeps.include = optimizeDeps.include.filter(name => !UNUSED.test(name))
    },
  }
}
