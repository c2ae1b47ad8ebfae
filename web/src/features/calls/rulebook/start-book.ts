import { blankOf, withKeys } from './blank.js';
import type { SchemaNode } from './schema.js';

/** Empty rules to begin with: the shape of a rulebook, one stage for applications, one source of grant money, and no answers yet. */
export function emptyRulebook(root: SchemaNode, title: { zh: string; en: string }, year: number): Record<string, unknown> {
  const blank = blankOf(root, root) as Record<string, unknown>;
  return withKeys({
    ...blank,
    code: `call-${year}`,
    origin: 'authored',
    visibility: 'public',
    title,
    year,
    organisers: [{ role: 'host', name: { zh: '', en: '' } }],
    stages: [{ key: 'application', kind: 'application', title: { zh: '申报', en: 'Application' }, opensAt: null, closesAt: null, cut: { kind: 'all' } }],
    budget: { ...(blank.budget as object), sources: [{ key: 'grant', title: { zh: '资助资金', en: 'Grant' }, kind: 'grant' }] },
    contract: {
      ...(blank.contract as object),
      parties: [
        { key: 'funder', role: 'funder', title: { zh: '甲方：出资方', en: 'Party A: funder' } },
        { key: 'grantee', role: 'grantee', title: { zh: '乙方：受助方', en: 'Party B: grantee' } },
      ],
    },
  });
}
