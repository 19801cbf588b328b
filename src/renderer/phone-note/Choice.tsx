import { useId } from 'react'
import classes from './Choice.module.css'

/** One of a few, all in sight: arrows move between them, Enter still saves the form around it. */
export function Choice<T extends string>(props: {
  readonly label: string
  /** Read aloud but not shown, where the words explain themselves. */
  readonly labelHidden?: boolean
  readonly value: T | null
  readonly options: readonly { readonly value: T; readonly label: string }[]
  onChange(value: T): void
}) {
  const id = useId()
  return (
    <div
      role="radiogroup"
      className={classes['choice']}
      {...(props.labelHidden === true ? { 'aria-label': props.label } : { 'aria-labelledby': id })}
    >
      {props.labelHidden === true ? null : (
        <span id={id} className={classes['label']}>
          {props.label}
        </span>
      )}
      {props.options.map(({ value, label }) => (
        <label key={value} className={classes['option']}>
          <input
            type="radio"
            name={id}
            value={value}
            checked={value === props.value}
            onChange={() => props.onChange(value)}
          />
          <span>{label}</span>
        </label>
      ))}
    </div>
  )
}
