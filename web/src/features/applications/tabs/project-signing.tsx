import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { api } from '../../../api/index.js';
import { Empty, ErrorNote, useTexts } from '../../../ui/index.js';
import { RuleReasons } from '../parts/self-check.js';
import { dialogueTexts } from '../texts-dialogue.js';

/** The rules that are tested again before the contract is signed, by the record of today. */
export default function ProjectSigning({ id }: { readonly id: string }) {
  const t = useTexts(dialogueTexts);
  const rules = useQuery({ queryKey: ['projects', id, 'signing-rules'], queryFn: () => api.projectsSigningRules({ path: { id } }) });
  const project = useQuery({ queryKey: ['projects', id, 'of-signing'], queryFn: () => api.projectsOne({ path: { id } }) });
  if (rules.isError && !rules.data) return <ErrorNote error={rules.error} onRetry={() => void rules.refetch()} />;
  if (!rules.data) return null;
  if (rules.data.length === 0) return <Empty why={t('signing_none')} what={t('signing_none_what')} />;
  return (
    <section>
      <p className="quiet">{t('signing_lead')}</p>
      <RuleReasons rules={rules.data} />
      {project.data ? (
        <p style={{ marginTop: 16 }}>
          <Link to={`/desk/organisations/${project.data.organisationId}`} search={{ tab: 'record' } as never}>
            {t('signing_lookups')}
          </Link>
        </p>
      ) : null}
    </section>
  );
}
