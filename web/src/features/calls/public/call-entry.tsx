import { Link } from '@tanstack/react-router';
import type { PublicCallRow, SentenceView } from '../../../api/index.js';
import { StatusMark, useJoin, useSay, useTexts, type Tone } from '../../../ui/index.js';
import { kindsListed } from '../plain/applicants.js';
import { amountWords, inYuan } from '../plain/money.js';
import { listed } from '../plain/say.js';
import { invitationTexts } from '../texts-invitations.js';
import { publicTexts } from '../texts-public.js';
import { CallDeadline } from './call-deadline.js';

/** One call in a list: what it is, by when, how much, for whom. */
export function CallEntry({ call, level: Heading = 'h3' }: { readonly call: PublicCallRow; readonly level?: 'h2' | 'h3' }) {
  const t = useTexts(publicTexts);
  const i = useTexts(invitationTexts);
  const say = useSay();
  const join = useJoin();
  const open = call.categories.filter((category) => category.open);
  return (
    <article className="call-entry">
      <div className="call-name">
        <Heading>
          <Link to={`/calls/${call.id}`}>{say(call.title)}</Link>
        </Heading>
        <p className="quiet">
          {say(hostsOf(call))} · <span className="figures">{call.number}</span>
          {call.byInvitation ? ` · ${i('mark')}` : ''}
        </p>
      </div>
      <div className="call-when">
        <StatusMark word={say(call.label)} tone={toneOfCall(call.status)} />
        <CallDeadline call={call} />
      </div>
      <dl className="call-facts">
        <div>
          <dt>{t('amount')}</dt>
          <dd className="figures">
            {say(amountWords(call.amount))}
            <span className="quiet"> · {t('pool')} {inYuan(call.poolFen)}{call.awards === null ? '' : ` · ${t('seats_total', { count: call.awards })}`}</span>
          </dd>
        </div>
        <div>
          <dt>{t('categories')}</dt>
          <dd>{join(open.map(({ title }) => say(title)))}</dd>
        </div>
        <div>
          <dt>{t('who')}</dt>
          <dd>{say(kindsListed(call.applicantTypes))}</dd>
        </div>
      </dl>
    </article>
  );
}

function hostsOf({ organisers }: PublicCallRow): SentenceView {
  return listed(organisers.filter(({ role }) => role === 'host' || role === 'co_host').map(({ name }) => name));
}

/** One colour for one standing of a call, wherever the public sees it. */
export function toneOfCall(status: string): Tone {
  if (status === 'open') return 'current';
  if (status === 'published') return 'waiting';
  return status === 'suspended' || status === 'cancelled' ? 'late' : 'quiet';
}
