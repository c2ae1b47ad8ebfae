import { useQuery } from '@tanstack/react-query';
import { useSay, useTexts } from '../../../ui/index.js';
import { noticeExpertsQuery } from '../queries.js';
import { publicTexts } from '../texts-public.js';

/** Who judged the round, where its rulebook publishes it: part of the paper. */
export function NoticeExperts({ callId }: { readonly callId: string }) {
  const t = useTexts(publicTexts);
  const say = useSay();
  const { data } = useQuery(noticeExpertsQuery(callId));
  if (!data || data.length === 0) return null;
  return (
    <section className="notice-experts">
      <h2>{t('experts')}</h2>
      {data.map(({ stageTitle, experts }, at) => (
        <p key={at}>
          <strong>{say(stageTitle)}</strong> {experts.map(({ name, employer }) => (employer ? t('expert_of', { name, employer }) : name)).join(t('name_gap'))}
        </p>
      ))}
    </section>
  );
}
