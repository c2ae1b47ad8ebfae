import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { OfficerCallView, Rulebook } from '../../../api/index.js';
import { ErrorNote, saveFile, useTexts } from '../../../ui/index.js';
import { schemaQuery } from '../officer-queries.js';
import { RulesReader } from '../rulebook/reading/rules-reader.js';
import '../rulebook/rulebook.css';
import { officerTexts } from '../texts-officer.js';

/** The rules in words; from here they are changed and taken along. */
export function RulesPart({ call }: { readonly call: OfficerCallView }) {
  const t = useTexts(officerTexts);
  const schema = useQuery(schemaQuery);
  const book = call.rulebook as Rulebook;
  if (schema.isError && !schema.data) return <ErrorNote error={schema.error} onRetry={() => void schema.refetch()} />;
  return (
    <>
      <p className="part-tools no-print">
        <Link className="button" to={`/desk/calls/${call.id}/rules` as string}>
          {call.changingRules.allowed ? (call.changingRules.needsReason ? t('rules_change') : t('call_title_edit')) : t('rules_read')}
        </Link>
        <button type="button" className="button" onClick={() => saveFile(rulesFile(book), `${call.number}-${call.rulebookVersion}.json`)}>
          {t('export_rules')}
        </button>
        {call.publishedAt ? (
          <Link className="button plain" to={`/calls/${call.id}` as string}>
            {t('public_page')}
          </Link>
        ) : null}
      </p>
      {schema.data ? <RulesReader book={book} root={schema.data} /> : null}
    </>
  );
}

export const rulesFile = (book: Rulebook): Blob => new Blob([JSON.stringify(book, null, 2)], { type: 'application/json' });
