import { z } from 'zod'

import { drawingSchema } from './schemas/drawing'
import { exerciseSchemas } from './schemas/exercise'
import { guideSchema } from './schemas/guide'
import { interfaceSchema } from './schemas/interface'
import { moduleSchema } from './schemas/module'
import { referencesSchema } from './schemas/reference'
import { wordsSchema } from './schemas/words'
import { workshopSchema } from './schemas/workshop'

export type JsonSchema = Record<string, unknown>

/** What a YAML file may say, for editors: completion, hover and red underlines while an author types. */
export function jsonSchemas(): Record<string, JsonSchema> {
  return {
    workshop: fileSchema(workshopSchema),
    guide: fileSchema(guideSchema),
    module: fileSchema(moduleSchema),
    drawing: fileSchema(drawingSchema),
    exercise: anyExercise(),
    references: fileSchema(referencesSchema),
    interface: fileSchema(interfaceSchema),
    words: fileSchema(wordsSchema),
  }
}

function fileSchema(schema: z.ZodType): JsonSchema {
  return z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }) as JsonSchema
}

/** The schema of one kind; an exercise that repeats another one may leave out whatever it takes over. */
export function exerciseJsonSchema(kind: string, repeats = false): JsonSchema {
  const { $schema: _, ...schema } = fileSchema(exerciseSchemas[kind]!)
  return repeats ? { ...schema, required: ['kind', 'repeats', 'title'] } : schema
}

/** Chosen by the name of the kind, so that an editor names the fields of that kind alone. */
function anyExercise(): JsonSchema {
  const kinds = Object.keys(exerciseSchemas)
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    type: 'object',
    properties: { kind: { enum: kinds } },
    required: ['kind'],
    allOf: kinds.map(kind => ({
      if: { properties: { kind: { const: kind } }, required: ['kind'] },
      then: {
        ...exerciseJsonSchema(kind),
        required: ['kind', 'title'],
        if: { required: ['repeats'] },
        else: { required: exerciseJsonSchema(kind).required },
      },
    })),
  }
}
