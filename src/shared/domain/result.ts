/**
 * Expected failures are values: a function that can fail for a reason a person should hear about returns a Result.
 * Bugs throw. `E` is a code (or an object with a `code`) that the screen words in the user's language.
 */
export type Result<T, E> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: E }

export const ok = <T>(value: T): Result<T, never> => ({ ok: true, value })
export const fail = <E>(error: E): Result<never, E> => ({ ok: false, error })

/** Closes a discriminated union: the compiler refuses when a case was forgotten. */
export function assertNever(value: never): never {
  throw new Error(`unexpected value: ${JSON.stringify(value)}`)
}
