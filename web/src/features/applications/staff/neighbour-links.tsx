import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { useChosenProgramme, type NeighbourView } from '../../../api/index.js';
import { useKeys, useTexts, useUrlState } from '../../../ui/index.js';
import { neighboursQuery } from '../staff-queries.js';
import { staffTexts } from '../texts-staff.js';
import { filterOfAddress } from './table-filter.js';

/** The ones before and after in the list that led here, by link, by bracket or by arrow. */
export function NeighbourLinks({ id }: { readonly id: string }) {
  const t = useTexts(staffTexts);
  const [url] = useUrlState();
  const programmeId = useChosenProgramme();
  const navigate = useNavigate();
  const beside = useQuery(neighboursQuery(id, filterOfAddress(url, programmeId))).data;
  const { tab: _, ...filter } = url;
  const go = (to: NeighbourView | null | undefined) => (to ? void navigate({ to: `/desk/applications/${to.id}` as string, search: filter as never }) : undefined);
  const [back, on] = [() => go(beside?.previous), () => go(beside?.next)];
  useKeys({ '[': back, ']': on, ArrowLeft: back, ArrowRight: on });
  if (!beside) return null;
  return (
    <nav className="applications-neighbours no-print" aria-label={t('table')}>
      <OneLink to={beside.previous} filter={filter} word={t('previous')} none={t('first_in_list')} />
      <span className="quiet figures">{t('in_list', { count: beside.total })}</span>
      <OneLink to={beside.next} filter={filter} word={t('next')} none={t('last_in_list')} />
    </nav>
  );
}

interface OneLinkProps {
  readonly to: NeighbourView | null;
  readonly filter: Readonly<Record<string, string>>;
  readonly word: string;
  readonly none: string;
}

function OneLink({ to, filter, word, none }: OneLinkProps) {
  if (!to) return <span className="quiet">{none}</span>;
  return (
    <Link className="button" to={`/desk/applications/${to.id}` as string} search={filter as never} title={to.projectName}>
      {word}
    </Link>
  );
}
