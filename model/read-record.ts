import type { z } from 'zod'

import { describe, listed } from './describe'
import { choicesAt, expectationAt, fieldsAt } from './expectation'
import { didYouMean, nearest } from './nearest'
import type { Problem } from './problem'
import type { Path, YamlFile } from './source-file'

/** What a problem needs to know about where it comes from. */
interface Context {
  schema: z.core.$ZodType
  yaml: YamlFile
  /** What the record is, for the rule's name: "exercise/minutes". */
  about: string
  root: unknown
}

/** Checks a YAML value against a schema; every issue becomes a problem at its place. */
export function readRecord<S extends z.ZodType>(
  schema: S,
  yaml: YamlFile,
  about: string,
  value: unknown = yaml.value,
): { record?: z.output<S>; problems: Problem[] } {
  const result = parseOnce(schema, value)
  if (result.success) return { record: result.data, problems: [] }
  const context = { schema, yaml, about, root: value }
  const issues = result.error.issues.flatMap(issue => resolved(issue, context))
  return {
    problems: issues.filter(issue => !isMisspelt(issue, issues, context)).flatMap(issue => toProblems(issue, context)),
  }
}

/** The results of schemas by value: a file that was not changed gives the same value again (source-file.ts). */
const results = new WeakMap<z.ZodType, WeakMap<object, unknown>>()

function parseOnce<S extends z.ZodType>(schema: S, value: unknown): z.ZodSafeParseResult<z.output<S>> {
  if (typeof value !== 'object' || value === null) return schema.safeParse(value)
  const known = results.get(schema) ?? new WeakMap<object, unknown>()
  results.set(schema, known)
  const result = known.get(value) ?? schema.safeParse(value)
  known.set(value, result)
  return result as z.ZodSafeParseResult<z.output<S>>
}

type Issue = z.core.$ZodIssue

/** A union's issues are those of the alternative that fits best, if one does: most likely the author meant that. */
function resolved(issue: Issue, context: Context): Issue[] {
  if (issue.code !== 'invalid_union') return [issue]
  const value = at(context.root, issue.path)
  const keys = value && typeof value === 'object' ? Object.keys(value) : []
  const choices = choicesAt(context.schema, issue.path)
  if (keys.filter(key => choices.includes(key)).length > 1) return [issue]
  const strange = (errors: readonly Issue[]) =>
    errors.reduce(
      (sum, each) =>
        sum +
        (each.code === 'unrecognized_keys'
          ? each.keys.length
          : each.path.length === 0 || at(value, each.path) === undefined
            ? 1
            : 0),
      0,
    )
  const least = Math.min(...issue.errors.map(strange))
  const [chosen, ...others] = issue.errors.filter(errors => strange(errors) === least)
  if (!chosen || others.length) return [issue]
  return chosen.flatMap(each => resolved({ ...each, path: [...issue.path, ...each.path] } as Issue, context))
}

/** A misspelt name is one problem: its field is not reported as missing as well. */
function isMisspelt(issue: Issue, issues: readonly Issue[], { root, schema }: Context): boolean {
  const parent = issue.path.slice(0, -1)
  const name = String(issue.path.at(-1))
  return (
    at(root, issue.path) === undefined &&
    issues.some(
      other =>
        other.code === 'unrecognized_keys' &&
        other.path.join('\n') === parent.join('\n') &&
        other.keys.some(key => nearest(key, fieldsAt(schema, parent)) === name),
    )
  )
}

/** Texts that have to be of a certain form; a schema has the name of the form as its error. */
const FORMS: Record<string, { wanted: string; hint: string }> = {
  line: { wanted: 'one line of text', hint: 'write it on one line, without a sign such as \\n or \\u0007.' },
  control: { wanted: 'text', hint: 'remove the control character, written such as \\u0007: nothing can print it.' },
  slug: {
    wanted: 'a short name in lower case with hyphens',
    hint: 'for example `first-steps`: letters, digits and hyphens, a letter first.',
  },
  clock: { wanted: 'a time of day as HH:MM', hint: 'for example "09:30", in quotes.' },
  language: { wanted: 'the tag of a language', hint: 'for example en, pt-BR or zh-Hans.' },
  address: {
    wanted: 'the address of a site',
    hint: 'for example https://example.org/workshop/, with a slash at the end.',
  },
  src: {
    wanted: 'the path of a whole file that ends in .md',
    hint:
      "write the path of a module's slides.md, with nothing after it; " +
      'a slide left out would take its exercise along.',
  },
  icon: { wanted: 'the path of an icon in this project', hint: 'for example ./public/favicon.svg.' },
  scale: { wanted: 'a scale that ends above its start', hint: 'swap "from" and "to".' },
  doi: { wanted: 'a DOI', hint: 'it begins with 10., for example 10.1086/225469; without https://doi.org/ before it.' },
}

function toProblems(issue: Issue, context: Context): Problem[] {
  const { schema, yaml, about, root } = context
  const path = issue.path
  const value = at(root, path)
  const rule = `${about}/${String(path.findLast(step => typeof step === 'string') ?? 'shape')}`
  switch (issue.code) {
    case 'unrecognized_keys':
      return issue.keys.map(key =>
        yaml.problemAt(
          `${about}/unknown-field`,
          `Expected a known field, found ${describe(key)}.`,
          [...path, key],
          unknownHint(key, fieldsAt(schema, path)),
          true,
        ),
      )
    case 'invalid_union':
      // One field names the alternative, and the issue stands at it.
      return 'discriminator' in issue ? [typeProblem(rule, path, context)] : [choiceProblem(rule, path, context)]
    case 'invalid_key':
      return [
        yaml.problemAt(
          `${about}/key`,
          `Expected a short name in lower case, found ${describe(path.at(-1))}.`,
          path,
          about === 'references'
            ? 'letters, digits and _, as in granovetter1973; citations name it.'
            : FORMS.slug!.hint,
          true,
        ),
      ]
    case 'invalid_type':
    case 'invalid_value':
      return [typeProblem(rule, path, context)]
    case 'too_small':
    case 'too_big':
      return [sizeProblem(issue, rule, context)]
    default: {
      const form = FORMS[issue.message]
      return [
        form
          ? yaml.problemAt(rule, `Expected ${form.wanted}, found ${describe(value)}.`, path, form.hint)
          : yaml.problemAt(
              rule,
              issue.message.includes(', found ')
                ? issue.message
                : `${issue.message.replace(/\.$/, '')}, found ${describe(value)}.`,
              path,
              customHint(issue),
            ),
      ]
    }
  }
}

function typeProblem(rule: string, path: Path, { schema, yaml, root }: Context): Problem {
  const value = at(root, path)
  const wanted = expectationAt(schema, path)
  const name = path.at(-1)
  if (value === undefined && typeof name === 'string')
    return yaml.problemAt(
      rule,
      `Expected the field "${name}" with ${wanted}, found none.`,
      path,
      `add "${name}:" here.`,
    )
  if (value === null || value === undefined)
    return yaml.problemAt(
      rule,
      `Expected ${wanted}, found nothing.`,
      path,
      path.length
        ? 'write it here, or remove the line if the field may be left out.'
        : 'another file of this kind shows the fields.',
    )
  return yaml.problemAt(rule, `Expected ${wanted}, found ${describe(value)}.`, path, typeHint(wanted, value))
}

function typeHint(wanted: string, value: unknown): string {
  const nearby =
    typeof value === 'string'
      ? nearest(
          value,
          [...wanted.matchAll(/"([^"]+)"/g)].map(match => match[1]!),
        )
      : undefined
  if (nearby) return `did you mean \`${nearby}\`?`
  if (wanted === 'text')
    return typeof value === 'object'
      ? 'text with a colon, a brace or a bracket in it needs quotes around it.'
      : 'put it in quotes.'
  if (wanted === 'a list') return 'start each entry on a line of its own with "- ".'
  if (wanted.startsWith('a group')) return 'write its fields below, each on a line of its own, indented by two spaces.'
  if (/number|minutes/.test(wanted))
    return typeof value === 'number' ? 'write a whole number.' : 'write it in digits, without quotes.'
  return wanted === 'true' ? 'write "true", or remove the line.' : 'write one of these.'
}

function choiceProblem(rule: string, path: Path, { schema, yaml, root }: Context): Problem {
  const value = at(root, path)
  const names = choicesAt(schema, path)
  const keys = value && typeof value === 'object' && !Array.isArray(value) ? Object.keys(value) : []
  const known = keys.filter(key => names.includes(key))
  const strange = keys.find(key => !fieldsAt(schema, path).includes(key))
  const found = known.length > 1 ? Object.fromEntries(known.map(key => [key, key])) : value
  const hint =
    known.length > 1
      ? 'make an entry of each.'
      : strange
        ? didYouMean(strange, names)
        : `begin the entry with one of them, as in "- ${names[0]}: …".`
  return yaml.problemAt(rule, `Expected an entry with ${listed(names)}, found ${describe(found)}.`, path, hint)
}

function sizeProblem(
  issue: Extract<Issue, { code: 'too_small' | 'too_big' }>,
  rule: string,
  { schema, yaml, root }: Context,
): Problem {
  const { path } = issue
  const value = at(root, path)
  const small = issue.code === 'too_small'
  const bound = Number(small ? issue.minimum : issue.maximum)
  const edge = `${issue.exact ? 'exactly' : small ? 'at least' : 'at most'} ${bound}`
  if (issue.origin === 'string') {
    return bound === 1 && small
      ? yaml.problemAt(
          rule,
          'Expected some text, found none.',
          path,
          'write it, or remove the field if it may be left out.',
        )
      : yaml.problemAt(
          rule,
          `Expected ${edge} characters, found ${String(value).trim().length}.`,
          path,
          'shorten it: it has to fit on a slide and on a worksheet.',
        )
  }
  if (issue.origin === 'array') {
    const found = (value as unknown[]).length
    return yaml.problemAt(
      rule,
      `Expected ${edge} ${bound === 1 ? 'entry' : 'entries'}, found ${found || 'none'}.`,
      path,
      found < bound
        ? `add ${bound - found} more.`
        : `drop or join ${found - bound === 1 ? 'one' : found - bound} of them.`,
    )
  }
  return yaml.problemAt(
    rule,
    `Expected ${expectationAt(schema, path)}, found ${describe(value)}.`,
    path,
    path.at(-1) === 'minutes' && !small
      ? 'split anything longer than 90 minutes in two.'
      : 'write a number within these bounds.',
  )
}

function unknownHint(key: string, known: string[]): string {
  // A field that another entry of the list may have.
  if (known.includes(key)) return 'remove it, or move it to an entry that takes it.'
  return known.length ? didYouMean(key, known) : 'remove it.'
}

function customHint(issue: Issue): string {
  const { hint } = (issue as { params?: { hint?: string } }).params ?? {}
  if (hint) return hint
  if (issue.message.includes('found a second paragraph'))
    return 'join the two, or make two entries of them where the field is a list.'
  return issue.message.includes('found a link')
    ? 'a link begins with https:// or mailto:.'
    : 'write it in plain words; pictures, lists and HTML belong on slides.'
}

function at(root: unknown, path: Path): unknown {
  return path.reduce<unknown>(
    (value, step) =>
      typeof value === 'object' && value !== null && Object.hasOwn(value, step)
        ? (value as Record<PropertyKey, unknown>)[step]
        : undefined,
    root,
  )
}
