import { UnstyledButton } from '@mantine/core'
import { IconCircleCheck, IconCircleDashed, IconMoodEmpty } from '@tabler/icons-react'
import { useDeferredValue, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { Language } from '../../shared/domain/people.ts'
import { readTone } from '../../shared/domain/tone.ts'
import type { ToneLights, ToneMark } from '../../shared/domain/tone.ts'
import type { ToneCategory } from '../../shared/domain/tone/rules.ts'
import classes from './ToneCoach.module.css'

const LIGHTS = ['heard', 'what', 'when', 'who'] as const satisfies readonly (keyof ToneLights)[]

interface Props {
  readonly text: string
  readonly language: Language
  /** The reply doesn't solve the question yet: then it owes the four certainties. */
  readonly holding: boolean
  /** What there is to say about; everything unless said otherwise. */
  readonly only?: readonly ToneCategory[]
  /** Shows where in the text it is. */
  onShow(from: number, to: number): void
}

/** Reads along, softly: what lets the customer down in words, why, and what is better. Never in the way of sending. */
export function ToneCoach({ text, language, holding, only, onShow }: Props) {
  const { t } = useTranslation()
  const read = useDeferredValue(text)
  const tone = useMemo(() => readTone(read, language), [read, language])
  const lit = holding && read.trim() !== ''
  const marks = tone.marks.filter(({ category }) => only === undefined || only.includes(category))
  if (marks.length === 0 && !lit) return null
  return (
    <section className={classes['coach']} aria-label={t('tone:label')}>
      {lit && <Lights lights={tone.lights} />}
      <ul className={classes['marks']}>
        {marks.map((mark) => (
          <Mark key={`${mark.from} ${mark.category}`} mark={mark} text={read} onShow={onShow} />
        ))}
      </ul>
    </section>
  )
}

function Lights({ lights }: { readonly lights: ToneLights }) {
  const { t } = useTranslation()
  return (
    <ul className={classes['lights']} aria-label={t('tone:lights.label')}>
      {LIGHTS.map((name) => (
        <li key={name} data-on={lights[name] || undefined} title={t(`tone:lights.why.${name}`)}>
          {lights[name] ? <IconCircleCheck aria-hidden size={18} /> : <IconCircleDashed aria-hidden size={18} />}
          <span
            aria-label={t(lights[name] ? 'tone:lights.on' : 'tone:lights.off', { light: t(`tone:lights.${name}`) })}
          >
            {t(`tone:lights.${name}`)}
          </span>
        </li>
      ))}
    </ul>
  )
}

function Mark({ mark, text, onShow }: { readonly mark: ToneMark; readonly text: string } & Pick<Props, 'onShow'>) {
  const { t } = useTranslation()
  return (
    <li>
      <UnstyledButton className={classes['mark']} onClick={() => onShow(mark.from, mark.to)}>
        <IconMoodEmpty aria-hidden size={19} />
        <span>
          <q>{text.slice(mark.from, mark.to)}</q> {t(`tone:${mark.category}.why`)} {t(`tone:${mark.category}.better`)}
        </span>
      </UnstyledButton>
    </li>
  )
}
