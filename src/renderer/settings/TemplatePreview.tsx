import { useTranslation } from 'react-i18next'
import type { Language } from '../../shared/domain/people.ts'
import { dayOf, instantOf } from '../../shared/domain/local-days.ts'
import { fillTemplate } from '../../shared/domain/templates.ts'
import { useAsk } from '../engine/hooks.ts'
import { useActor } from '../engine/people.ts'
import { useNow, useZone } from '../words/use-time.ts'
import { timeWords } from '../words/time-words.ts'
import classes from './TemplatePreview.module.css'

/** What a customer would read: filled in for a sample customer, in the language of the template. Open fields are marked. */
export function TemplatePreview({ body, language }: { readonly body: string; readonly language: Language }) {
  const { t, i18n } = useTranslation('templates')
  const sample = i18n.getFixedT(language, 'templates')
  const zone = useZone()
  const now = useNow()
  const business = useAsk('business.get', {}).data?.name ?? ''
  const staff = useActor()?.name ?? t('sample.staff')
  const afternoon = instantOf(zone, dayOf(zone, now) + 2, 15 * 60)
  const { text } = fillTemplate(body, {
    customer: t('sample.customer'),
    subject: t('sample.subject'),
    moment: timeWords(sample, language, zone).moment(afternoon, now),
    staff,
    business: business === '' ? t('sample.business') : business,
  })
  return (
    <section className={classes['paper']} aria-label={t('preview')} lang={language}>
      {text.trim() === '' ? <span className={classes['empty']}>{t('previewEmpty')}</span> : marked(text)}
    </section>
  )
}

function marked(text: string) {
  let at = 0
  return text.split(/(\{\{[^{}\n]*\}\})/).map((part) => {
    const key = at
    at += part.length
    return part.startsWith('{{') ? <mark key={key}>{part.slice(2, -2)}</mark> : part
  })
}
