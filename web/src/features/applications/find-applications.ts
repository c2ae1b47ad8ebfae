import { api, holdsOneOf, Problem, queryClient, sessionQuery, storedLanguage } from '../../api/index.js';
import { inLanguage, type SearchHit } from '../../ui/index.js';
import { staffTexts } from './texts-staff.js';

/** Answers of the top bar's search for staff: by number, project or organisation. */
export async function findApplications(words: string): Promise<readonly SearchHit[]> {
  const session = queryClient.getQueryData(sessionQuery.queryKey);
  if (!session || !holdsOneOf(session.account, ['officer', 'screener', 'finance_maker', 'finance_approver', 'evaluator', 'auditor'])) return [];
  try {
    const { items } = await api.staffApplicationsList({ query: { words, limit: 20 } });
    const kind = inLanguage(staffTexts.texts.search_kind, storedLanguage());
    return items.map((row) => ({ to: `/desk/applications/${row.id}`, title: row.projectName, reference: [row.number, row.organisationName].filter(Boolean).join(' · '), kind }));
  } catch (error) {
    if (error instanceof Problem) return [];
    throw error;
  }
}
