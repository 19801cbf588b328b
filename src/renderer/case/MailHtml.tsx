import { List } from '@mantine/core'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { FailureNotice } from '../components/FailureNotice.tsx'
import { Loading } from '../components/Loading.tsx'
import { useAsk } from '../engine/hooks.ts'
import { Link } from './LinkedText.tsx'
import { frameDocument, likelyHeight, sanitiseMail } from './sanitise.ts'
import classes from './Conversation.module.css'

/** A mail with its own formatting, behind glass: nothing in it can run, load, open or go anywhere. */
export function MailHtml({ contactId }: { readonly contactId: string }) {
  const { t } = useTranslation()
  const { data, error } = useAsk('mail.html', { contactId })
  const mail = useMemo(() => (data === undefined ? null : sanitiseMail(data.html)), [data])
  if (error !== null) return <FailureNotice failure={error.failure} />
  if (mail === null) return <Loading rows={2} />
  return (
    <>
      <iframe
        className={classes['frame']}
        style={{ height: likelyHeight(mail.html) }}
        sandbox=""
        referrerPolicy="no-referrer"
        title={t('case:htmlFrame')}
        srcDoc={frameDocument(mail.html)}
      />
      {mail.blocked > 0 && <p className={classes['blocked']}>{t('case:blocked', { count: mail.blocked })}</p>}
      {mail.links.length > 0 && (
        <details className={classes['quoted']}>
          <summary>{t('case:links', { count: mail.links.length })}</summary>
          <List size="sm">
            {mail.links.map(({ url, words }) => (
              <List.Item key={url}>
                <Link url={url} words={words === url ? url : `${words} (${url})`} />
              </List.Item>
            ))}
          </List>
        </details>
      )}
    </>
  )
}
