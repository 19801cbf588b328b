import { Button, Text } from '@mantine/core'
import { IconHeartHandshake } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { PromiseView } from '../../shared/contract/cases.ts'
import { sayMoment } from '../../shared/domain/moments.ts'
import { useAsk } from '../engine/hooks.ts'
import { letterFor, withMomentBefore } from '../promises/letters.ts'
import { useNow } from '../words/use-time.ts'
import classes from './Composer.module.css'
import type { Writing } from './use-draft.ts'

/** A broken promise that this reply keeps at last asks for an apology in it; the text is there with one click. */
export function ApologyOffer({ promise, writing }: { readonly promise: PromiseView; readonly writing: Writing }) {
  const { t } = useTranslation()
  const now = useNow()
  const [offered, setOffered] = useState(true)
  const business = useAsk('business.get', {}).data
  const templates = useAsk('template.list', {}).data
  const { language, draft, fillFrom } = writing
  if (!offered || business === undefined || templates === undefined) return null
  const template = letterFor(templates, 'answer', language, business.formOfAddress)
  if (template === undefined || draft.templateId === template.id) return null
  const before = sayMoment(promise.dueAt, business.zone, language, now)
  return (
    <section className={classes['found']} aria-label={t('promises:apology.label')}>
      <IconHeartHandshake aria-hidden size={22} />
      <Text component="p">{t('promises:apology.say')}</Text>
      <Button
        size="compact-md"
        onClick={() => fillFrom({ ...template, body: withMomentBefore(template.body, before) })}
      >
        {t('promises:apology.do')}
      </Button>
      <Button size="compact-md" variant="subtle" onClick={() => setOffered(false)}>
        {t('promises:apology.no')}
      </Button>
    </section>
  )
}
