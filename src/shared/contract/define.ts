import { z } from 'zod'

/** Carries an output type through the table without a value at run time. */
export interface Output<O> {
  readonly output?: O
}
export const returns = <O>(): Output<O> => ({})

export interface Entry<K extends 'query' | 'command', I extends z.ZodType, O> extends Output<O> {
  /** A query changes nothing and may be repeated freely; a command changes something and is never repeated by itself. */
  readonly kind: K
  readonly input: I
}

export const query = <I extends z.ZodType, O>(input: I, _output: Output<O>): Entry<'query', I, O> => ({
  kind: 'query',
  input,
})
export const command = <I extends z.ZodType, O>(input: I, _output: Output<O>): Entry<'command', I, O> => ({
  kind: 'command',
  input,
})

// The bounds below are the engine's door: nothing that a person can type is refused, a flood is.

/** No input. Strict, so that a stray argument is noticed. */
export const nothing = z.strictObject({})
/** A UUID. Screens mint the id of what they create, so that a repeated command is recognised and done once. */
export const id = z.uuid()
/** UTC epoch milliseconds, within the years that Date can hold and a shop can mean. */
export const instant = z.int().min(0).max(4_102_444_800_000)
/** One line that a person typed. */
export const line = z.string().max(1_000)
/** A line that must say something. */
export const filledLine = line.trim().min(1)
/** A text that a person typed: a reply, a note. */
export const text = z.string().max(200_000)
