/** Small exercises, for what is peculiar to their kinds; what only a reveal may say carries the word "secret". */

const shared = {
  title: 'Title',
  goal: ['Goal'],
  practises: [],
  grouping: 'alone',
  minutes: 3,
  materials: [],
  steps: [['Do it']],
  debrief: [],
  accessible: ['Write'],
  remote: ['Chat'],
  solo: ['Alone'],
}

export const selfCheck = {
  ...shared,
  id: 'check',
  kind: 'self-check',
  scale: ['never', 'seldom', 'sometimes', 'often', 'always'],
  statements: [
    { id: 'a', text: ['I wait.'] },
    { id: 'b', text: ['I go.'] },
    { id: 'c', text: ['I ask friends.'] },
    { id: 'd', text: ['I ask others.'] },
  ],
  reveal: {
    explanation: ['secret counting'],
    profile: [
      { module: 'waste', statements: ['a', 'b'], reversed: ['b'], suggestion: ['secret first move'] },
      { module: 'ties', statements: ['c', 'd'], reversed: ['d'], suggestion: ['secret second move'] },
    ],
  },
}

export const forecast = {
  ...shared,
  id: 'guess',
  kind: 'forecast',
  question: ['How many of 100?'],
  scale: { from: 0, to: 100, step: 5, unit: 'of 100 people' },
  reveal: { found: { from: 80, to: 90 }, finding: ['secret finding'], caveat: ['secret caveat'] },
}

export const reframe = {
  ...shared,
  id: 'dread',
  kind: 'reframe',
  rating: { question: ['How much do you look forward to it?'], low: 'not at all', high: 'very much' },
  prompts: [
    { id: 'what', ask: ['Which evening is it?'], example: ['The choir dinner.'], lines: 2 },
    { id: 'who', ask: ['Who will be there?'], lines: 3 },
  ],
  reveal: { reading: ['secret reading'] },
}

export const recall = {
  ...shared,
  id: 'memory',
  kind: 'recall',
  items: [
    { id: 'free', ask: ['Name two.'], lines: 4 },
    {
      id: 'choice',
      ask: ['Which one is it?'],
      lines: 2,
      options: [
        { id: 'one', text: 'The first' },
        { id: 'two', text: 'The other' },
      ],
    },
  ],
  reveal: {
    answers: [
      { item: 'free', answer: ['secret pair'] },
      {
        item: 'choice',
        answer: ['secret reason'],
        right: 'two',
        feedback: { one: ['secret hint'], two: ['secret praise'] },
      },
    ],
  },
}

export const plan = {
  ...shared,
  id: 'one-plan',
  kind: 'plan',
  if: { ask: ['Which moment will come?'], example: 'I sit on the tram' },
  then: { ask: ['Which act is small?'], example: 'I write to R.' },
  ideas: [
    { if: 'it is Monday', then: 'I ask one question' },
    { if: 'it rains', then: 'I call' },
  ],
  reveal: { next: ['secret next step'] },
}

export const activity = {
  ...shared,
  id: 'lab',
  kind: 'activity',
  roleplay: [
    { who: 'Ana', line: [{ em: ['One.'] }, ' Hello.'] },
    { who: 'Ben', line: ['Good day.'] },
    { who: 'Ana', line: [{ em: ['Two.'] }, ' And you?'] },
  ],
  vote: {
    ask: ['Which is better?'],
    options: [
      { id: 'one', text: 'The first' },
      { id: 'two', text: 'The second' },
    ],
  },
  note: { ask: ['What do you keep?'], lines: 3 },
  reveal: { point: ['secret point'] },
}
