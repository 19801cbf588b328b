import type { Topic } from './events.ts'
import type { QueryName } from './index.ts'

/** Which topics make a query's answer stale. Without schemas, so that screens can import it. */
export const QUERY_TOPICS: Readonly<Record<QueryName, readonly Topic[]>> = {
  'attention.get': ['promises', 'cases'],
  'attachment.read': [],
  'business.get': ['business'],
  'business.holidays': [],
  'case.events': ['cases', 'promises'],
  'case.get': ['cases', 'promises', 'customers', 'staff'],
  'customer.find': ['customers'],
  'customer.open': ['cases', 'promises'],
  'mail.html': [],
  'mail.raw': [],
  'mailbox.list': ['mailboxes'],
  'moment.parse': ['business'],
  'moment.suggest': ['business', 'promises'],
  'nag.unshown': ['promises'],
  'improvement.open': ['improvements'],
  'outbox.list': ['status', 'cases'],
  'overview.due': [],
  'overview.file': [],
  'overview.get': ['cases', 'promises', 'customers', 'staff', 'business', 'improvements'],
  'overview.rows': ['cases', 'promises', 'customers'],
  'overview.settings': ['overview'],
  'queue.counts': ['cases', 'promises'],
  'queue.page': ['cases', 'promises', 'customers'],
  search: ['cases', 'customers'],
  'staff.list': ['staff'],
  'status.get': ['status', 'mailboxes'],
  'template.list': ['templates'],
}
