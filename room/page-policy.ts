import { readFileSync } from 'node:fs'

/**
 * The content security policy that a built page states itself; as a header it holds before the page is read.
 * @param file the page
 */
export function policyIn(file: string): string {
  const policy = readFileSync(file, 'utf8').match(/http-equiv="Content-Security-Policy" content="([^"]*)"/)?.[1]
  if (!policy) throw new Error(`${file} states no content security policy.`)
  return policy
}
