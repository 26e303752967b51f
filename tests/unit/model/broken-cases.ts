import { cpSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

import type { Sample } from '../../fixtures/sample'

const START = 'content/modules/10-start'
const EARLY = 'content/modules/20-ask-early'
const GUIDE = 'content/guide.yaml'
const WORKSHOP = 'content/workshop.yaml'
const MODULE = `${EARLY}/module.yaml`
const SLIDES = `${EARLY}/slides.md`
const LESSON = `${EARLY}/lesson.md`
const DRAWING = `${EARLY}/drawing.yaml`
const LABELS = 'content/interface.yaml'
const HABITS = `${START}/exercises/habits.yaml`
const NEIGHBOURS = `${START}/exercises/neighbours.yaml`
const GUESS = `${EARLY}/exercises/guess.yaml`
const MEMORY = `${EARLY}/exercises/memory.yaml`
const PLAN = `${EARLY}/exercises/plan.yaml`

/** Replaces words in one file. */
const words = (file: string, from: string, to: string) => (sample: Sample) => sample.change(file, from, to)
/** Adds lines at the end of a file. */
const atEnd = (file: string, text: string) => (sample: Sample) => sample.write(file, sample.read(file) + text)
const removed = (file: string) => (sample: Sample) => sample.remove(file)
const whole = (file: string, text: string) => (sample: Sample) => sample.write(file, text)

/** Calls the exercise `plan` by another name, wherever it is named. */
const planCalled = (id: string) => (sample: Sample) => {
  sample.write(`${EARLY}/exercises/${id}.yaml`, sample.read(PLAN))
  sample.remove(PLAN)
  for (const file of [MODULE, SLIDES, LESSON])
    sample.write(file, sample.read(file).replace(/(exercise: |debrief: |\{#)plan\b/g, `$1${id}`))
}

/** Calls the module `ask-early` by another name, wherever it is named. */
const earlyCalled = (id: string) => (sample: Sample) => {
  cpSync(join(sample.root, EARLY), join(sample.root, `content/modules/20-${id}`), { recursive: true })
  sample.remove(EARLY)
  for (const file of ['slides.md', HABITS]) sample.write(file, sample.read(file).replaceAll('ask-early', id))
}

const slide = (frontmatter: string, body = '') => `
---
${frontmatter}
---
${body}
<!--
**SAY** One more.
-->
`

/** A slide that shows an exercise: its notes stand in the exercise's script. */
const silent = (frontmatter: string) => `
---
${frontmatter}
---
`

const TALK = '  - talk: Why we wait longer\n    id: waiting\n    minutes: 4\n'
const SPOKEN = 'layout: prose\nactivity: waiting\n---\n\n# Longer\n\n<!--\n**SAY** And longer.\n-->\n'

const AGAIN = (repeats: string, rest = '') => `kind: self-check
repeats: ${repeats}
title: Once more
goal: Look at the same sentences again.
practises: [notice]
grouping: alone
steps: [Answer once more.]
${rest}accessible: In silence.
remote: Alone.
solo: In a month.
debrief:
  - id: moved
    ask: Which number moved?
    compare: Few.
facilitator:
  script:
    ask:
      - say: Once more.
      - do: Wait.
  watchFor: [Nothing.]
  ifBehind: Skip it.
  ifAhead: Talk.
  ifQuiet: Good.
  roles:
    lead: Waits.
    second: Waits too.
`

/** A repeat of `habits` with all its places: activity, slide and lesson. */
export function addRepeat(sample: Sample, repeats = 'habits', rest = '') {
  sample.write(`${EARLY}/exercises/once-more.yaml`, AGAIN(repeats, rest))
  sample.change(
    MODULE,
    '  - exercise: plan\n    minutes: 5',
    '  - exercise: plan\n    minutes: 3\n  - exercise: once-more\n    minutes: 2',
  )
  sample.write(SLIDES, sample.read(SLIDES) + silent('layout: exercise\nexercise: once-more\nrole: ask'))
  sample.write(LESSON, `${sample.read(LESSON)}\n::exercise{#once-more}\n`)
}

/** The exercise \`dread\` for home: its activity goes, and its minutes go to another. */
export function sendHome(sample: Sample) {
  sample.change(MODULE, '  - exercise: dread\n    minutes: 4\n', '')
  sample.change(MODULE, '    id: waiting\n    minutes: 2', '    id: waiting\n    minutes: 6')
  sample.change(`${EARLY}/exercises/dread.yaml`, 'goal:', 'minutesAtHome: 7\ngoal:')
}

/** Takes every slide that shows an exercise out of its file. */
export function withoutSlides(sample: Sample, exercise: string) {
  const [head = '', ...slides] = sample.read(SLIDES).split(/(?=^---\nlayout: )/m)
  sample.write(SLIDES, head + slides.filter(each => !each.includes(`exercise: ${exercise}\n`)).join(''))
}

const AVOIDED = `- avoid: [on the cheap, cheap]
  say: for little money
  why: It sounds mean.
- avoid: [kettle]
  say: pot
  why: It is in every picture already.
  most: 1
`

/** What an author may get wrong, each with the change to the sample that makes it. */
export const brokenCases: Record<string, (sample: Sample) => void> = {
  // Shapes of fields
  'wrong-type-text': words(WORKSHOP, 'title: Asking sooner', 'title: 2024'),
  'wrong-type-number': words(MODULE, 'minutes: 3', 'minutes: ten'),
  'wrong-type-list': words(HABITS, 'practises: [notice]', 'practises: notice'),
  'wrong-type-group': words(
    GUESS,
    'question: Out of ten strangers, how many would lend you their phone?',
    'question:\n  Out of ten: how many',
  ),
  'wrong-type-group-instead': words(WORKSHOP, 'licence:\n  code: MIT\n  content: CC BY 4.0', 'licence: MIT'),
  'empty-field': words(WORKSHOP, 'subtitle: Half an hour on asking for help before it is too late', 'subtitle:'),
  'blank-field': words(WORKSHOP, 'subtitle: Half an hour on asking for help before it is too late', 'subtitle: "  "'),
  'too-long': words(NEIGHBOURS, '  - Choose one thing.', `  - ${'Choose one thing, and then another. '.repeat(5)}`),
  'title-too-long': words(WORKSHOP, 'title: Asking sooner', `title: ${'Asking sooner and '.repeat(5)}`),
  'too-many-entries': words(
    NEIGHBOURS,
    '  - Choose one thing.',
    '  - One.\n  - Two.\n  - Three.\n  - Four.\n  - Five.',
  ),
  'too-few-entries': words(NEIGHBOURS, '    - id: after-lunch\n      text: After lunch\n', ''),
  'no-entries': words(NEIGHBOURS, 'practises: [notice]', 'practises: []'),
  'not-exactly-five': words(HABITS, 'scale: [not like me, ', 'scale: ['),
  'number-out-of-bounds': words(WORKSHOP, 'people: 12', 'people: 1200'),
  'too-many-minutes': words(MODULE, 'minutes: 5', 'minutes: 95'),
  'no-minutes': words(MODULE, 'minutes: 5', 'minutes: 0'),
  'broken-minutes': words(MODULE, 'minutes: 5', 'minutes: 2.5'),
  'unknown-field': words(HABITS, 'goal: See how soon', 'gaol: See how soon'),
  'unknown-field-extra': words(HABITS, 'practises: [notice]', 'practises: [notice]\nminutes: 4'),
  'unknown-field-nested': words(NEIGHBOURS, '  ifBehind: Keep', '  ifBeehind: Keep'),
  'unknown-field-activity': words(MODULE, '    id: waiting\n    minutes: 2', '    id: waiting\n    minute: 2'),
  'unknown-activity': words(MODULE, '  - talk: Why we wait', '  - tlak: Why we wait'),
  'activity-of-two': words(MODULE, '  - talk: Why we wait', '  - talk: Why we wait\n    debrief: guess'),
  'activity-of-words': words(MODULE, '  - talk: Why we wait\n    id: waiting\n    minutes: 2', '  - Why we wait'),
  'script-line-unlabelled': words(
    NEIGHBOURS,
    '      - say: I go first. I wait for days.',
    '      - I go first. I wait for days.',
  ),
  'missing-field': words(PLAN, 'solo: Take your time and write it down.\n', ''),
  'missing-group': words(WORKSHOP, 'licence:\n  code: MIT\n  content: CC BY 4.0\n', ''),
  'missing-choice': words(PLAN, 'grouping: pairs\n', ''),
  'missing-in-entry': words(GUESS, '    compare: One bad memory, mostly.\n', ''),
  'missing-debrief': words(
    PLAN,
    'debrief:\n  - id: sure\n    ask: Whose moment is sure?\n    compare: The ones with a day in them.\n    expect: Help whoever has none to a day.\n',
    '',
  ),
  'missing-contingency': words(PLAN, '  ifQuiet: Read your own example aloud.\n', ''),
  'unknown-choice': words(PLAN, 'grouping: pairs', 'grouping: pair'),
  'unknown-paper': words(WORKSHOP, 'paper: a4', 'paper: foolscap'),
  'unknown-kind': words(PLAN, 'kind: plan', 'kind: plam'),
  'missing-kind': words(PLAN, 'kind: plan\n', ''),
  'kind-of-another-type': words(PLAN, 'kind: plan', 'kind: {plan: true}'),
  'time-of-day': words(WORKSHOP, 'start: "10:00"', 'start: 10 am'),
  'time-of-day-unquoted': words(WORKSHOP, 'start: "10:00"', 'start: 25:00'),
  'language': words(WORKSHOP, 'language: en', 'language: English'),
  'plural-without-other': words(LABELS, '    other: common.minutes', '    one: common.minutes'),
  'plural-unknown': words(LABELS, '    other: common.minutes', '    other: common.minutes\n    tow: common.minutes'),
  'plural-as-text': words(LABELS, 'minutes:\n    other: common.minutes', 'minutes: common.minutes'),
  'site-address': words(WORKSHOP, 'language: en', 'language: en\naddress: example.org/asking'),
  'site-exercise': atEnd('content/site/about.md', '\n::exercise{#habits}\n'),
  'site-markup': atEnd('content/site/welcome.md', '\n<b>Welcome</b>\n'),
  'site-citation': words('content/site/about.md', 'One thing [@flynn2008]', 'One thing [@flyn2008]'),
  'missing-page': removed('content/site/accessibility.md'),
  'point-key': words(MODULE, 'key: a2', 'key: A 2'),
  'doi-with-address': words('content/references.yaml', '10.1234/asking.2008', 'https://doi.org/10.1234/asking.2008'),
  'reference-key': words('content/references.yaml', 'olden1999:', 'Olden-1999:'),
  'id-with-capitals': words(WORKSHOP, 'id: notice', 'id: To Notice'),
  'mistake-without-reframe': words(MODULE, 'reframe: Asking early saves two people time.\n', ''),
  'missing-label': words('content/interface.yaml', '  mistake: common.mistake\n', ''),
  'unknown-label-of-kind': words('content/interface.yaml', '  borrow: plan.borrow\n', '  borow: Take this one\n'),
  'untranslated-label-of-kind': sample => {
    sample.change(WORKSHOP, 'language: en', 'language: de')
    sample.change('slides.md', 'layout: cover', 'layout: cover\nhtmlAttrs:\n  lang: de')
    sample.change('content/interface.yaml', '  borrow: plan.borrow\n', '')
  },
  'unknown-label': words('content/interface.yaml', '  mistake: common.mistake\n', '  mistaek: common.mistake\n'),
  // YAML itself
  'yaml-duplicate-key': words(PLAN, 'grouping: pairs', 'grouping: pairs\ngrouping: alone'),
  'yaml-colon-in-text': words(PLAN, '  - Write your plan.', '  - ask: Write: your plan.'),
  'yaml-emphasis-unquoted': words(PLAN, '  - Write your plan.', '  - *Write* your plan.'),
  'yaml-at-sign-unquoted': words(PLAN, '  - Write your plan.', '  - @flynn2008 says so.'),
  'yaml-exclamation': words(PLAN, '  - Write your plan.', '  - !Write your plan.'),
  'yaml-tab': words(PLAN, '  - Write your plan.', '\t- Write your plan.'),
  'yaml-indentation': words(PLAN, '  example: I have sat down', ' example: I have sat down'),
  'yaml-colon-missing': words(PLAN, 'grouping: pairs', 'grouping pairs'),
  'yaml-quote-open': words(PLAN, 'title: One question this week', 'title: "One question this week'),
  'yaml-bracket-open': words(PLAN, 'practises: [ask]', 'practises: [ask'),
  'yaml-comma-missing': words(
    WORKSHOP,
    'scale: [not at all, a little, partly, mostly, entirely]',
    'scale: ["not at all" "a little", partly, mostly, entirely]',
  ),
  'yaml-escape': words(PLAN, 'title: One question this week', 'title: "One \\question this week"'),
  'yaml-two-records': atEnd(PLAN, '---\nkind: plan\n'),
  'yaml-empty-exercise': whole(PLAN, ''),
  'yaml-empty-module': whole(MODULE, '# nothing yet\n'),
  'yaml-list-for-record': whole(PLAN, '- kind: plan\n'),
  'character-unseen': words(PLAN, 'title: One question', 'title: One\u0000 question'),
  'character-latin1': words(PLAN, 'title: One question', 'title: One qu\uFFFDstion'),
  // Text
  'html-in-text': words(NEIGHBOURS, '  - Choose one thing.', '  - Choose <b>one</b> thing.'),
  'second-paragraph': words(
    NEIGHBOURS,
    'accessible: Writing is as good as speaking.',
    'accessible: |\n  Writing is as good as speaking.\n\n  So is drawing.',
  ),
  'list-in-text': words(
    NEIGHBOURS,
    'accessible: Writing is as good as speaking.',
    'accessible: "- Writing is as good as speaking."',
  ),
  'image-in-text': words(NEIGHBOURS, 'accessible: Writing', 'accessible: Writing ![x](y.png)'),
  'link-to-nowhere': words(
    NEIGHBOURS,
    'accessible: Writing is as good as speaking.',
    'accessible: "[Writing](javascript:alert) is as good as speaking."',
  ),
  // Files and folders
  'missing-workshop': removed(WORKSHOP),
  'missing-interface': removed('content/interface.yaml'),
  'missing-lesson': removed(LESSON),
  'missing-module': removed(MODULE),
  'lesson-is-a-folder': sample => {
    sample.remove(LESSON)
    sample.write(`${LESSON}/nothing.txt`, '')
  },
  // What systems leave behind is none of it.
  'exercise-is-a-folder': sample => {
    sample.write(`${EARLY}/exercises/spare.yaml/plan.yaml`, sample.read(PLAN))
    sample.write(`${EARLY}/exercises/__MACOSX/plan.yaml`, sample.read(PLAN))
  },
  'exercises-in-a-folder': sample => sample.write(`${EARLY}/exercises/drafts/plan.yaml`, sample.read(PLAN)),
  'drawing-is-a-folder': sample => sample.write(`${START}/drawing.yaml/notes.txt`, ''),
  'words-are-a-folder': sample => sample.write('content/words.yaml/notes.txt', ''),
  'no-modules': removed('content/modules'),
  'module-folder-name': sample => {
    sample.write('content/modules/Third Part/module.yaml', '')
    sample.remove('content/modules/Third Part/module.yaml')
  },
  'module-twice': sample => sample.write('content/modules/30-start/notes.txt', ''),
  'exercise-file-name': sample => {
    sample.write(`${EARLY}/exercises/One Plan.yaml`, sample.read(PLAN))
    sample.remove(PLAN)
  },
  'exercise-file-ending': sample => {
    sample.write(`${EARLY}/exercises/plan.yml`, sample.read(PLAN))
    sample.remove(PLAN)
  },
  'exercise-twice': sample => sample.write(`${START}/exercises/plan.yaml`, sample.read(PLAN)),
  // The running order
  'deck-missing': removed('slides.md'),
  'deck-module-missing': removed(SLIDES),
  'deck-module-misspelt': words(
    'slides.md',
    './content/modules/20-ask-early/slides.md',
    './content/modules/20-ask-erly/slides.md',
  ),
  'deck-module-left-out': words(
    'slides.md',
    '---\nsrc: ./content/modules/20-ask-early/slides.md\nmodule: ask-early\n---\n',
    '',
  ),
  'deck-module-twice': atEnd(
    'slides.md',
    '\n---\nsrc: ./content/modules/20-ask-early/slides.md\nmodule: ask-early\n---\n',
  ),
  'deck-module-id': words('slides.md', 'module: ask-early', 'module: ask-late'),
  'deck-module-id-missing': words('slides.md', 'module: ask-early\n', ''),
  'deck-module-hidden': words('slides.md', 'module: ask-early', 'module: ask-early\nhide: true'),
  'deck-range': words('slides.md', '20-ask-early/slides.md', '20-ask-early/slides.md#1-3'),
  'deck-src-no-text': words('slides.md', './content/modules/20-ask-early/slides.md', '[slides.md]'),
  'deck-outside': words('slides.md', './content/modules/20-ask-early/slides.md', '../../elsewhere/slides.md'),
  'deck-order': sample => {
    sample.change('slides.md', './content/modules/10-start/slides.md\nmodule: start', './FIRST')
    sample.change(
      'slides.md',
      './content/modules/20-ask-early/slides.md\nmodule: ask-early',
      './content/modules/10-start/slides.md\nmodule: start',
    )
    sample.change('slides.md', './FIRST', './content/modules/20-ask-early/slides.md\nmodule: ask-early')
  },
  'deck-layout-of-cover': words('slides.md', 'layout: cover', 'layout: covr'),
  'deck-title': words('slides.md', 'title: Asking sooner', 'title: Asking too late'),
  'deck-title-missing': words('slides.md', 'title: Asking sooner\n', ''),
  'deck-language': words(WORKSHOP, 'language: en', 'language: pt-BR'),
  'deck-direction': sample => {
    sample.change(WORKSHOP, 'language: en', 'language: ar')
    sample.change('slides.md', 'layout: cover', 'layout: cover\nhtmlAttrs:\n  lang: ar')
  },
  'deck-is-a-folder': sample => {
    sample.remove('slides.md')
    sample.write('slides.md/nothing.txt', '')
  },
  'deck-src-is-a-folder': words('slides.md', '20-ask-early/slides.md', '20-ask-early'),
  // Slides
  'slide-frontmatter-broken': words(SLIDES, 'points: [a1, a2]', 'points: [a1, a2'),
  'slide-frontmatter-reference': words(SLIDES, 'layout: claim', 'layout: *claim'),
  'slide-frontmatter-duplicate': words(SLIDES, 'exercise: plan', 'exercise: plan\nexercise: plan'),
  'slide-layout-unknown': words(SLIDES, 'layout: claim', 'layout: clam'),
  'slide-layout-of-object': words(SLIDES, 'layout: claim', 'layout: constructor'),
  'slide-layout-missing': words(SLIDES, '---\nlayout: claim\nactivity', '---\nactivity'),
  'slide-field-unknown': words(SLIDES, 'evidence: cost', 'evidense: cost'),
  'slide-role': words(SLIDES, 'exercise: plan\nrole: ask', 'exercise: plan\nrole: aks'),
  'slide-src-in-module': words(SLIDES, 'layout: claim', 'layout: claim\nsrc: ./other.md'),
  'slide-exercise-unknown': words(SLIDES, 'exercise: guess\nrole: results', 'exercise: gess\nrole: results'),
  'slide-evidence-unknown': words(SLIDES, 'evidence: cost', 'evidence: costs'),
  'slide-point-unknown': words(SLIDES, 'points: [a1, a2]', 'points: [a1, a2, a3]'),
  'slide-point-missing': words(SLIDES, 'points: [a1, a2]', 'points: [a1]'),
  'slide-claim-without-mistake': words(`${START}/slides.md`, 'layout: points\npoints: [i1, e2]', 'layout: claim'),
  'slide-heading-missing': words(SLIDES, '# What was found\n', ''),
  'slide-notes-missing': words(SLIDES, '<!--\n**SAY** Small and early beats large and late.\n-->\n', ''),
  'slide-notes-unlabelled': words(
    SLIDES,
    '**SAY** Small and early beats large and late.',
    '**SAY** Small and early beats large and late.\n\nWait for two minutes.',
  ),
  'slide-notes-with-html': words(SLIDES, '**SAY** Small and', '**SAY** Small <b>and</b>'),
  'slide-notes-of-another-language': words('content/interface.yaml', '  say: SAY', '  say: SAGEN'),
  'slide-notes-wait-in-words': words(SLIDES, 'wait: 5', 'wait: five'),
  'slide-notes-wait-too-long': words(SLIDES, 'wait: 5', 'wait: 5000'),
  'slide-notes-wait-in-the-middle': words(SLIDES, 'wait: 5', 'wait: 5\nThen go on.'),
  'slide-notes-wait-alone': words(SLIDES, 'wait: 5', '\nwait: 5'),
  'slide-image-without-alt': words(
    SLIDES,
    '![Two people at a desk, one pointing at a page](/desk.png)',
    '![](/desk.png)',
  ),
  'slide-image-tag-without-alt': words(
    SLIDES,
    '![Two people at a desk, one pointing at a page](/desk.png)',
    '<img src="/desk.png">',
  ),
  'slide-tag-open': words(SLIDES, '# What was found\n', '# What was found\n\n<div class="wide">\n\nSmall and early.\n'),
  'slide-tag-open-in-paragraph': words(
    SLIDES,
    '# What was found\n',
    '# What was found\n\nSmall <b>and\n\nearly</b>.\n',
  ),
  'slide-tag-stray': words(SLIDES, '# What was found\n', '# What was found\n\nSmall and early.\n\n</v-click>\n'),
  'slide-tags-crossed': words(SLIDES, '# What was found\n', '# What was found\n\nSmall <b>and <i>early</b></i>.\n'),
  'slide-braces': words(SLIDES, '# What was found\n', '# What was found\n\nDear {{ name }},\n'),
  'slide-citation-in-brackets': words(
    SLIDES,
    '# What was found\n',
    '# What was found\n\nSo it was found [@flynn2008].\n',
  ),
  // Exercises and the places that name them
  'exercise-not-asked': words(SLIDES, 'exercise: plan\nrole: ask', 'exercise: plan\nrole: results'),
  'exercise-asked-twice': atEnd(SLIDES, silent('layout: exercise\nexercise: plan\nrole: ask')),
  'exercise-with-results-twice': words(
    SLIDES,
    'exercise: guess\nrole: results\n---\n',
    'exercise: guess\nrole: results\n---\n' + silent('layout: exercise\nexercise: guess\nrole: results'),
  ),
  'exercise-without-minutes': words(MODULE, '  - exercise: plan\n', '  - buffer: A pause\n'),
  'exercise-with-minutes-twice': words(
    MODULE,
    '  - exercise: plan\n    minutes: 5',
    '  - exercise: plan\n    minutes: 2\n  - exercise: plan\n    minutes: 3',
  ),
  // Scripts, and the slides they are said on
  'script-on-slide': words(
    SLIDES,
    'exercise: plan\nrole: ask\n---\n',
    'exercise: plan\nrole: ask\n---\n\n<!--\n**SAY** Mine is about Thursday.\n-->\n',
  ),
  'script-role-without-slide': words(PLAN, '  watchFor:', '    results:\n      - say: So many plans.\n  watchFor:'),
  'script-role-unknown': words(GUESS, '    results:\n', '    result:\n'),
  'script-of-one-list': words(
    PLAN,
    '    ask:\n      - say: Mine is about Thursday. Now yours.\n      - do: Wait',
    '    - say: Mine is about Thursday. Now yours.\n    - do: Wait',
  ),
  'script-empty': words(
    GUESS,
    '    results:\n      - say: It was',
    '    results: []\n    debrief:\n      - say: It was',
  ),
  'script-wait-in-words': words(NEIGHBOURS, 'wait: 60', 'wait: a minute'),
  'script-wait-too-short': words(NEIGHBOURS, 'wait: 60', 'wait: 0'),
  'script-lines-missing': atEnd(SLIDES, silent('layout: debrief\nexercise: plan')),
  // Activities, and the slides that begin them
  'talk-without-id': words(MODULE, '    id: waiting\n', ''),
  'talk-id-twice': sample => {
    sample.change(MODULE, '  - exercise: memory\n    minutes: 4\n', TALK)
    sample.remove(MEMORY)
    sample.change(SLIDES, 'layout: exercise\nexercise: memory\nrole: ask\n---\n', SPOKEN)
    sample.change(LESSON, '::exercise{#memory}\n', '')
  },
  'talk-unknown': words(SLIDES, 'activity: waiting', 'activity: wating'),
  'talk-without-slide': words(SLIDES, 'activity: waiting\n', ''),
  'talk-of-an-exercise-slide': words(
    SLIDES,
    'exercise: plan\nrole: ask',
    'exercise: plan\nrole: ask\nactivity: waiting',
  ),
  'debrief-without-slide': words(`${START}/slides.md`, '---\nlayout: debrief\nexercise: neighbours\n---\n\n', ''),
  'break-without-slide': words(
    `${START}/slides.md`,
    '---\nlayout: break\n---\n\n<!--\n**SAY** Five minutes.\n-->\n',
    '',
  ),
  'break-slide-without-break': atEnd(SLIDES, slide('layout: break')),
  'slide-of-another-module': sample => {
    sample.write(SLIDES, sample.read(SLIDES) + silent('layout: exercise\nexercise: habits\nrole: results'))
    sample.change(HABITS, '  watchFor:', '    results:\n      - say: Nobody compares.\n  watchFor:')
  },
  'slides-out-of-order': words(
    MODULE,
    '  - exercise: memory\n    minutes: 4\n  - exercise: plan\n    minutes: 5\n',
    '  - exercise: plan\n    minutes: 5\n  - exercise: memory\n    minutes: 4\n',
  ),
  'buffer-of-words': words(
    MODULE,
    '  - talk: Why we wait\n    id: waiting\n    minutes: 2',
    '  - buffer: 2\n    minutes: 2',
  ),
  'arrival-after-the-start': words(
    MODULE,
    '  - exercise: memory\n    minutes: 4',
    '  - exercise: memory\n    minutes: 4\n    arrival: true',
  ),
  'arrival-of-a-talk': words(
    MODULE,
    '    id: waiting\n    minutes: 2',
    '    id: waiting\n    minutes: 2\n    arrival: true',
  ),
  'arrival-false': words(
    MODULE,
    '  - exercise: memory\n    minutes: 4',
    '  - exercise: memory\n    minutes: 4\n    arrival: no',
  ),
  'pace-too-fast': words(WORKSHOP, 'people: 12', 'people: 12\npace: 400'),
  'exercise-not-in-lesson': words(LESSON, '::exercise{#plan}\n', ''),
  'home-in-the-plan': sample => {
    withoutSlides(sample, 'dread')
    sample.change(`${EARLY}/exercises/dread.yaml`, 'goal:', 'minutesAtHome: 7\ngoal:')
  },
  'home-on-a-slide': sendHome,
  'home-results-without-a-question': sample => {
    sendHome(sample)
    withoutSlides(sample, 'dread')
    atEnd('slides.md', '\n---\nlayout: exercise\nexercise: dread\nrole: results\n---\n')(sample)
  },
  'home-in-no-lesson': sample => {
    sendHome(sample)
    withoutSlides(sample, 'dread')
    sample.change(LESSON, '::exercise{#dread}\n', '')
  },
  'home-in-two-lessons': sample => {
    sendHome(sample)
    withoutSlides(sample, 'dread')
    atEnd(`${START}/lesson.md`, '\n::exercise{#dread}\n')(sample)
  },
  'home-without-minutes': sample => {
    sendHome(sample)
    withoutSlides(sample, 'dread')
    sample.change(`${EARLY}/exercises/dread.yaml`, 'minutesAtHome: 7', 'minutesAtHome: 0')
  },
  'activity-unknown-exercise': words(MODULE, 'exercise: plan', 'exercise: plam'),
  'debrief-unknown-exercise': words(`${START}/module.yaml`, 'debrief: neighbours', 'debrief: neighbors'),
  'minutes-too-many': words(MODULE, 'minutes: 5', 'minutes: 6'),
  'minutes-too-few': words(`${START}/module.yaml`, 'minutes: 5', 'minutes: 2'),
  'minutes-over': words(
    SLIDES,
    '**SAY** Small and early beats large and late.',
    `**SAY** Small and early beats large and late.\n\n**SAY** ${'And it is easy to answer as well. '.repeat(40).trim()}`,
  ),
  'minutes-over-with-waits': words(SLIDES, 'wait: 5', 'wait: 115'),
  'minutes-over-by-work': words(MEMORY, 'lines: 2', 'lines: 12'),
  'words-to-avoid': sample => {
    sample.write('content/words.yaml', AVOIDED)
    sample.change(SLIDES, '# What was found\n', '# What was found\n\nOn\nthe Cheap, or cheaply.\n')
    sample.change(GUESS, 'goal: ', 'goal: Cheap is no word. ')
  },
  'words-too-often': sample => {
    sample.write('content/words.yaml', AVOIDED)
    sample.change(LESSON, '::exercise{#plan}\n', '::exercise{#plan}\n\nA kettle, and one more kettle.\n')
  },
  'words-list-broken': whole('content/words.yaml', '- avoid: cheap\n  say: for little money\n'),
  'objective-unpractised': words(
    WORKSHOP,
    '  - id: ask\n',
    '  - id: thank\n    text: Thank whoever helped.\n  - id: ask\n',
  ),
  'objective-unknown-in-module': words(MODULE, 'objectives: [ask]', 'objectives: [asking]'),
  'objective-unknown-in-exercise': words(GUESS, 'practises: [notice]', 'practises: [noticed]'),
  'mistake-out-of-order': words(MODULE, 'mistake: 1', 'mistake: 2'),
  'accent-unknown': words(MODULE, 'accent: teal', 'accent: tael'),
  'drawing-missing': removed(DRAWING),
  'drawing-without-words': words(DRAWING, 'repair: The same person is joined to one of the three by a line.\n', ''),
  'drawing-node-twice': words(DRAWING, 'id: far,', 'id: near,'),
  'drawing-off-canvas': words(DRAWING, 'x: 350', 'x: 450'),
  'drawing-shape-unknown': words(DRAWING, 'shape: square', 'shape: sqare'),
  'drawing-without-me': words(DRAWING, ', me: true', ''),
  'drawing-of-two-people': words(DRAWING, 'id: far, x: 350, y: 210', 'id: far, x: 350, y: 210, me: true'),
  'drawing-tie-to-nothing': words(DRAWING, 'from: near, to: high', 'from: neer, to: high'),
  'drawing-tie-to-itself': words(DRAWING, 'from: near, to: high', 'from: near, to: near'),
  'point-in-two-modules': words(MODULE, 'key: a2', 'key: i1'),
  'id-twice-statement': words(HABITS, 'id: early', 'id: wait'),
  'id-twice-option': words(NEIGHBOURS, 'id: after-lunch', 'id: at-once'),
  'id-twice-objective': words(WORKSHOP, 'id: ask\n', 'id: notice\n'),
  'picture-number-untold': words(
    MODULE,
    '    caveat: The favours were small ones.\n',
    '    caveat: The favours were small ones.\n    picture: { kind: of-100, what: Those who helped, found: 47 }\n',
  ),
  'picture-ladder-gap': words(
    MODULE,
    '    caveat: The favours were small ones.\n',
    '    caveat: The favours were small ones.\n    picture:\n      kind: ladder\n      what: Who helped\n' +
      '      rungs: [{ label: friends, place: 1 }, { label: strangers, place: 3 }]\n',
  ),
  'picture-kind-unknown': words(
    MODULE,
    '    caveat: The favours were small ones.\n',
    '    caveat: The favours were small ones.\n    picture: { kind: of-a-hundred, what: Those who helped, found: 47 }\n',
  ),
  'id-twice-evidence': words(MODULE, 'id: gone', 'id: cost'),
  'repeats-nothing': sample => addRepeat(sample, 'habit'),
  'repeats-itself': sample => addRepeat(sample, 'once-more'),
  'repeats-another-kind': sample => addRepeat(sample, 'memory'),
  'repeats-a-repeat': sample => {
    addRepeat(sample)
    sample.write(`${EARLY}/exercises/and-again.yaml`, AGAIN('once-more'))
  },
  'repeats-what-is-broken': sample => {
    addRepeat(sample)
    sample.change(HABITS, 'id: early', 'id: Early')
  },
  'repeats-with-own-fault': sample => addRepeat(sample, 'habits', 'scale: [one, two]\n'),
  'self-check-statement-unknown': words(HABITS, 'statements: [wait, early]', 'statements: [wait, erly]'),
  'self-check-statement-uncounted': words(
    HABITS,
    'statements: [same, others]\n      reversed: [others]',
    'statements: [same]',
  ),
  'self-check-statement-counted-twice': words(HABITS, 'statements: [same, others]', 'statements: [same, others, wait]'),
  'self-check-reversed-elsewhere': words(HABITS, 'reversed: [early]', 'reversed: [same]'),
  'plan-module-unknown': words(
    PLAN,
    'then: I ask the person next to me\n',
    'then: I ask the person next to me\n    module: ask-late\n',
  ),
  'self-check-module-unknown': words(HABITS, 'module: ask-early', 'module: ask-late'),
  'recall-answer-missing': words(MEMORY, '    - item: cost\n      answer: Time, for two people.\n', ''),
  'recall-answer-to-nothing': words(MEMORY, 'item: cost', 'item: costs'),
  'recall-answer-twice': words(
    MEMORY,
    '    - item: size\n      right: small',
    '    - item: cost\n      answer: Time.\n    - item: size\n      right: small',
  ),
  'recall-right-unknown': words(MEMORY, 'right: small', 'right: smal'),
  'recall-right-missing': words(MEMORY, '      right: small\n', ''),
  'recall-right-without-options': words(MEMORY, '    - item: cost\n', '    - item: cost\n      right: small\n'),
  'recall-feedback-unknown': words(MEMORY, '        large: It may', '        huge: It may'),
  'recall-feedback-key': words(MEMORY, '        large: It may', '        Large One: It may'),
  'forecast-off-the-scale': words(GUESS, '    to: 6', '    to: 60'),
  'forecast-pictured-otherwise': words(
    GUESS,
    '  finding: About half',
    '  picture: { kind: of-100, what: Those who helped, found: 50 }\n  finding: About 50 in 100, or half',
  ),
  'forecast-scale-backwards': words(GUESS, '  to: 10', '  to: -10'),
  // One line
  'line-with-break': words(WORKSHOP, 'title: Asking sooner', 'title: "Asking\\nsooner"'),
  'line-with-control-character': words(PLAN, 'title: ', 'title: "A bell\\u0007" # '),
  'prose-with-control-character': words(PLAN, 'goal: ', 'goal: "A bell\\u0007" # '),
  // Programs and files on slides
  'slide-script': atEnd(
    SLIDES,
    slide('layout: prose', "# One more\n\n<script setup>\nimport guide from '../../guide.yaml?raw'\n</script>"),
  ),
  'slide-style': atEnd(SLIDES, slide('layout: prose', '# One more\n\n<style>h1 { color: red }</style>')),
  'slide-iframe': atEnd(SLIDES, slide('layout: prose', '# One more\n\n<iframe src="https://example.org/"></iframe>')),
  'slide-v-html': atEnd(SLIDES, slide('layout: prose', '# One more\n\n<p v-html="$slidev">words</p>')),
  'slide-handler': atEnd(SLIDES, slide('layout: prose', '# One more\n\nA <b onclick="alert(1)">bold</b> word.')),
  'slide-handler-of-vue': atEnd(SLIDES, slide('layout: prose', '# One more\n\n<div @click="go()">A word.</div>')),
  'slide-bound-attribute': atEnd(SLIDES, slide('layout: prose', '# One more\n\nA <b :title="secret()">bold</b> word.')),
  'slide-javascript-link': atEnd(SLIDES, slide('layout: prose', '# One more\n\nA <a href="javascript:go()">link</a>.')),
  'slide-property': atEnd(SLIDES, slide('layout: prose', '# One more\n\n<b .innerHTML="secret()">bold</b>')),
  'slide-handler-within-a-paragraph': atEnd(
    SLIDES,
    slide('layout: prose', '# One more\n\nA <b @click="go(*1*)">word</b>.'),
  ),
  'slide-component': atEnd(SLIDES, slide('layout: prose', '# One more\n\n<Youtube id="abc" />')),
  'slide-address-in-entities': atEnd(
    SLIDES,
    slide('layout: prose', '# One more\n\nA <a href="&#106;avascript:go()">link</a>.'),
  ),
  'slide-style-that-fetches': atEnd(
    SLIDES,
    slide('layout: prose', '# One more\n\n<p style="background: url(https://example.org/x.png)">A word.</p>'),
  ),
  'slide-braces-escaped': atEnd(SLIDES, slide('layout: prose', '# One more\n\n\\{\\{ secret() }}')),
  'slide-code-with-program': atEnd(
    SLIDES,
    slide('layout: prose', '# One more\n\n```ts {1} {maxHeight: secret()}\nlet one = 1\n```'),
  ),
  'slide-code-drawn-elsewhere': atEnd(SLIDES, slide('layout: prose', '# One more\n\n- ```plantuml\n  a -> b\n  ```')),
  'slide-with-columns': atEnd(SLIDES, slide('layout: prose', '# One more\n\nLeft\n\n::right::\n\nRight')),
  'slide-formula-with-program': atEnd(SLIDES, slide('layout: prose', '# One more\n\n$$ {all} {at: secret()}\na\n$$')),
  'head-with-program': words('slides.md', 'layout: cover', 'layout: cover\nmdc: true'),
  'head-with-fonts-from-afar': words('slides.md', 'provider: none', 'provider: google'),
  'head-with-icon-from-afar': words('slides.md', 'favicon: ./public/desk.png\n', ''),
  'head-that-wakes-on-load': words('slides.md', 'wakeLock: false\n', ''),
  'slide-snippet': atEnd(SLIDES, slide('layout: prose', '# One more\n\n<<< ../../guide.yaml')),
  // Pictures
  'slide-picture-missing': atEnd(SLIDES, slide('layout: prose', '# One more\n\n![A desk](/nowhere.png)')),
  'slide-picture-outside': atEnd(
    SLIDES,
    slide('layout: prose', '# One more\n\n<img src="../../../guide.yaml?url" alt="A desk">'),
  ),
  'slide-picture-from-afar': atEnd(
    SLIDES,
    slide('layout: prose', '# One more\n\n![A desk](https://example.org/desk.png)'),
  ),
  'slide-picture-by-reference': atEnd(
    SLIDES,
    slide('layout: prose', '# One more\n\n![A [small] desk][desk]\n\n[desk]: /nowhere.png'),
  ),
  'slide-picture-empty': sample => {
    sample.write('public/empty.png', '')
    sample.write(SLIDES, sample.read(SLIDES) + slide('layout: prose', '# One more\n\n![A desk](/empty.png)'))
  },
  'slide-picture-in-another-case': sample => {
    sample.write(`${EARLY}/Desk.png`, '')
    sample.write(SLIDES, sample.read(SLIDES) + slide('layout: prose', '# One more\n\n![A desk](./desk.png)'))
  },
  // Characters that look like others
  'heading-with-no-break-space': words(LESSON, '## Guess first', '##\u00A0Guess first'),
  'heading-without-space': words(LESSON, '## Guess first', '##Guess first'),
  'list-with-no-break-space': words(LESSON, '- A late one is rarely small.', '-\u00A0A late one is rarely small.'),
  'heading-behind-unseen-sign': words(LESSON, '## Guess first', '\u200B## Guess first'),
  'heading-of-seven-signs': words(LESSON, '## Guess first', '####### Guess first'),
  'list-with-unseen-sign': words(LESSON, '- A late one is rarely small.', '-\u200BA late one is rarely small.'),
  'list-as-printed': words(LESSON, '- A late one is rarely small.', '• A late one is rarely small.'),
  'citation-escaped': words(LESSON, '[@flynn2008]', '[\\@flynn2008]'),
  'citation-after-space': words(LESSON, '[@flynn2008]', '[ @flynn2008]'),
  'text-turned-round': words(LESSON, 'It is a friendly', 'It is a \u202Efriendly'),
  'line-turned-round': words(PLAN, 'title: ', 'title: "One\\u202Equestion" # '),
  'prose-with-half-a-character': words(PLAN, 'goal: ', 'goal: "One \\uD83D half" # '),
  'citation-with-unseen-sign': words(LESSON, '[@flynn2008]', '[@fly\u200Bnn2008]'),
  'yaml-no-break-space': words(PLAN, 'title: ', 'title:\u00A0'),
  'slides-with-byte-order-mark': sample => sample.write(SLIDES, `\uFEFF${sample.read(SLIDES)}`),
  'slides-in-utf-16': sample => writeFileSync(join(sample.root, SLIDES), `\uFEFF${sample.read(SLIDES)}`, 'utf16le'),
  'yaml-in-utf-16': sample => writeFileSync(join(sample.root, PLAN), `\uFEFF${sample.read(PLAN)}`, 'utf16le'),
  // Links, and too much of anything
  'film-too-large': sample => {
    sample.write('public/film.mp4', '')
    truncateSync(join(sample.root, 'public/film.mp4'), 2_200_000_000)
  },
  'module-is-a-link': sample => {
    cpSync(join(sample.root, EARLY), join(sample.root, 'elsewhere'), { recursive: true })
    sample.remove(EARLY)
    symlinkSync(join(sample.root, 'elsewhere'), join(sample.root, EARLY), 'junction')
  },
  'exercise-is-a-link': sample => {
    sample.write('elsewhere.yaml', sample.read(PLAN))
    sample.remove(PLAN)
    symlinkSync(join(sample.root, 'elsewhere.yaml'), join(sample.root, PLAN))
  },
  'exercise-is-a-link-to-nowhere': sample =>
    symlinkSync(join(sample.root, 'nowhere.yaml'), join(sample.root, `${EARLY}/exercises/spare.yaml`)),
  'link-round-in-circles': sample => symlinkSync(sample.root, join(sample.root, 'content/loop'), 'junction'),
  'lesson-overwritten': sample =>
    sample.write(LESSON, 'PK\u0003\u0004\0\0\u0008\0\0\0 and so on, and so on, and so on'),
  'lesson-in-utf-16-unmarked': sample => writeFileSync(join(sample.root, LESSON), sample.read(LESSON), 'utf16le'),
  'markup-too-dense': words(LESSON, 'It is a friendly', `${'*a'.repeat(600)} It is a friendly`),
  'markup-of-one-sign': words(LESSON, 'It is a friendly', `${'`'.repeat(400_000)}\n\nIt is a friendly`),
  'markup-too-deep': words(LESSON, '## Guess first', `${'> '.repeat(600)}Guess first`),
  'prose-too-long': words(PLAN, 'goal: ', `goal: ${'Far too much. '.repeat(250)}`),
  'yaml-too-large': sample => sample.write(PLAN, `title: ${'a'.repeat(2_000_000)}\n`),
  'yaml-too-many-fields': sample =>
    sample.write(PLAN, Array.from({ length: 40_000 }, (_, index) => `k${index}: 1\n`).join('')),
  'yaml-too-many-references': sample =>
    sample.write(PLAN, Array.from({ length: 25_000 }, (_, index) => `k${index}: &a${index} 1\n`).join('')),
  'slides-too-many': sample => sample.write(SLIDES, '---\nlayout: prose\n---\n# One\n'.repeat(3000)),
  // Names of the site's own
  'reserved-exercise': planCalled('page'),
  'reserved-exercise-island': planCalled('settings'),
  'reserved-module': earlyCalled('about'),
  'device-of-windows-exercise': planCalled('aux'),
  'device-of-windows-module': earlyCalled('con'),
  // Evidence
  'citation-unknown-in-yaml': words(GUESS, '[@flynn2008]', '[@flin2008]'),
  'citation-unknown-in-lesson': words(LESSON, '[@flynn2008]', '[@flin2008]'),
  'citation-unknown-in-notes': words(SLIDES, '[@flynn2008]', '[@flin2008]'),
  'citation-unknown-on-slide': words(`${START}/slides.md`, '<Cite of="flynn2008" />', '<Cite of="flin2008" />'),
  'citation-unknown-in-workshop': words(WORKSHOP, '[@flynn2008]', '[@nobody]'),
  'citation-of-object': words(LESSON, '[@flynn2008]', '[@constructor]'),
  'citation-second-of-two': words(LESSON, '[@flynn2008]', '[@flynn2008; @flin2008]'),
  'citation-with-pages-in-yaml': words('content/guide.yaml', '[@flynn2008]', '[@flynn2008, p. 3]'),
  'citation-with-pages-in-lesson': words(LESSON, '[@flynn2008]', '[@flynn2008, p. 3]'),
  'retracted-as-support': words(MODULE, '    standing: warning\n', ''),
  'retracted-in-lesson': words(LESSON, '[@flynn2008]', '[@withdrawn2020]'),
  'retracted-in-exercise': words(GUESS, '[@flynn2008]', '[@withdrawn2020]'),
  'contested-as-support': words(MODULE, '    standing: contested\n', ''),
  'contested-in-forecast': words(GUESS, '[@flynn2008]', '[@doubted2014]'),
  'support-from-memory': words(MODULE, '[@flynn2008]', '[@olden1999]'),
  'support-unsure': words(
    'content/references.yaml',
    '  seen: abstract\n\nolden',
    '  seen: abstract\n  unsure: true\n\nolden',
  ),
  'support-without-source': words(MODULE, ' [@flynn2008].', '.'),
  // What is left out when time runs short
  'cut-unknown': words(GUIDE, '- exercise: guess', '- exercise: gess'),
  'cut-of-no-activity': words(GUIDE, '- exercise: guess', '- debrief: guess'),
  'cut-of-what-stays': words(GUIDE, 'stays: [dread]', 'stays: [guess]'),
  'cut-of-more-than-there-is': words(GUIDE, 'saves: 2', 'saves: 20'),
  'cut-without-minutes': words(GUIDE, '    saves: 2\n', ''),
  'stays-unknown': words(GUIDE, 'stays: [dread]', 'stays: [dred]'),
  // Lessons
  'lesson-html': words(LESSON, 'It is a friendly sentence', 'It is a <b>friendly</b> sentence'),
  'lesson-html-block': words(LESSON, '## Guess first', '<div>\n\n## Guess first'),
  'lesson-image': words(LESSON, '## Guess first', '## Guess first\n\n![A desk](desk.png)'),
  'lesson-nested-list': words(LESSON, '- A late one is rarely small.', '- A late one is rarely small.\n  - Never.'),
  'lesson-code': words(LESSON, '## Guess first', '```\nguess\n```'),
  'lesson-exercise-unknown': words(LESSON, '{#plan}', '{#plam}'),
  'lesson-exercise-in-sentence': words(LESSON, '::exercise{#plan}', 'Do ::exercise{#plan} now.'),
  'lesson-exercise-one-colon': words(LESSON, '::exercise{#plan}', ':exercise{#plan}'),
  'lesson-exercise-without-hash': words(LESSON, '::exercise{#plan}', '::exercise{plan}'),
  'lesson-other-directive': words(LESSON, '## Guess first', '::video{#plan}'),
  // Several at once
  'several-at-once': sample => {
    sample.change(WORKSHOP, 'people: 12', 'people: twelve')
    sample.change(PLAN, 'grouping: pairs', 'grouping: pair')
    sample.change(LESSON, '## Guess first', '<hr>')
    sample.change(SLIDES, 'layout: claim', 'layout: clam')
  },
}
