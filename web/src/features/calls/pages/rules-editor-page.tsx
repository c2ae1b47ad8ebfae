import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { ErrorNote, useTexts } from '../../../ui/index.js';
import '../desk/calls-desk.css';
import { callQuery, schemaQuery } from '../officer-queries.js';
import { RulesEditor } from '../rulebook/editor/rules-editor.js';
import '../rulebook/rulebook.css';
import { editorTexts } from '../texts-editor.js';

/** The rules of one call, written part by part. */
export default function RulesEditorPage() {
  const { id } = useParams({ strict: false }) as { id: string };
  const t = useTexts(editorTexts);
  const call = useQuery({ ...callQuery(id), refetchOnWindowFocus: false });
  const schema = useQuery(schemaQuery);
  const failed = [call, schema].find(({ isError, data }) => isError && !data);
  if (failed) return <ErrorNote error={failed.error} onRetry={() => void failed.refetch()} />;
  if (!call.data || !schema.data) return <p className="opening quiet" role="status">{t('opening')}</p>;
  return <RulesEditor key={id} call={call.data} root={schema.data} />;
}
