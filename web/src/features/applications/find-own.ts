import { holdsOneOf, Problem, queryClient, sessionQuery, storedLanguage } from '../../api/index.js';
import { inLanguage, type SearchHit } from '../../ui/index.js';
import { myApplicationsQuery } from './queries-own.js';
import { ownTexts } from './texts-own.js';

/** Answers of the top bar's search for applicants: their own applications by project, number or call. */
export async function findOwn(words: string): Promise<readonly SearchHit[]> {
  const session = queryClient.getQueryData(sessionQuery.queryKey);
  if (!session || session.account.roles.length === 0 || !holdsOneOf(session.account, ['applicant'])) return [];
  try {
    const mine = await queryClient.fetchQuery(myApplicationsQuery);
    const sought = words.toLowerCase();
    const found = mine.filter(({ projectName, number, callTitle, organisationName }) => [projectName, number ?? '', callTitle.zh, callTitle.en, organisationName].some((text) => text.toLowerCase().includes(sought)));
    const kind = inLanguage(ownTexts.texts.title, storedLanguage());
    return found.map((row) => ({ to: `/desk/my-applications/${row.id}`, title: row.projectName || row.callTitle[storedLanguage()], reference: [row.number, row.organisationName].filter(Boolean).join(' · '), kind }));
  } catch (error) {
    if (error instanceof Problem) return [];
    throw error;
  }
}
