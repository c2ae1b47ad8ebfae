/** An id that nothing ever had. */
export const ABSENT = '0199b2c0-0000-7000-8000-00000000dead';

/** By kind: the id of one thing. */
export type Ids = Readonly<Record<string, string>>;

/** What stands in the place of an id, by the part of the address before it. */
const KIND_AFTER: Readonly<Record<string, string>> = {
  accounts: 'account', 'application-views': 'view', applications: 'application', awards: 'award', 'bank-accounts': 'organisation_bank_account', 'call-alerts': 'alert', calls: 'call', contracts: 'contract',
  deposits: 'fund_deposit', documents: 'document', experts: 'account', inbox: 'inbox', milestones: 'milestone', objections: 'award_objection', organisations: 'organisation', organisers: 'node',
  presentations: 'presentation', programmes: 'programme', projects: 'project', 'ranking-corrections': 'ranking_correction', readings: 'reading_note', reports: 'report', 'roadshow-sessions': 'roadshow', roadshows: 'roadshow', 
  'score-sheets': 'score_sheet', sessions: 'session', 'sheet-reopenings': 'sheet_reopening', tranches: 'tranche', uploads: 'upload', calibration: 'seat', judging: 'seat', 'panel-seats': 'seat', ties: 'tie', 'emergency-accesses': 'emergency_access', rectifications: 'rectification', 'report-reopenings': 'milestone_reopening', mailings: 'mailing',
};
/** By its name, where the part before it says nothing. */
const KIND_NAMED: Readonly<Record<string, string>> = {
  callId: 'call', projectId: 'project', organisationId: 'organisation', applicationId: 'application', seatId: 'seat', accountId: 'account', documentId: 'document', invitationId: 'panel_invitation',
};
/** Names of parts and numbers, which are no secrets: they say the same of every round. */
const SPOKEN: Readonly<Record<string, string>> = { stageKey: 'written', blocKey: 'experts', ordinal: '1', version: '1', start: '0', code: 'yangzhou-2021', source: 'interview' };
/** A part of something else whose own address stands before it: where that is closed, this is not looked for. */
const PARTS = ['appealId', 'commentId', 'debarmentId', 'extensionId', 'issueId', 'drawId', 'questionId', 'scanId', 'siteId', 'slotId', 'supplementId', 'roleId', 'tie-decisions'];
/** What is open to everybody under a hash or a reference that only its holder knows. */
const KNOWN_TO_HOLDER = ['hash', 'reference'];

/** One place in an address, or null when nobody has said what stands there. */
function fillingOf(path: string, name: string): { kind: string } | { text: string } | null {
  const before = path.split('/')[path.split('/').indexOf(`{${name}}`) - 1]!;
  if (PARTS.includes(before)) return { text: ABSENT };
  if (name in SPOKEN) return { text: SPOKEN[name]! };
  if (PARTS.includes(name) || KNOWN_TO_HOLDER.includes(name)) return { text: ABSENT };
  const kind = KIND_NAMED[name] ?? KIND_AFTER[before];
  return kind ? { kind } : null;
}

/** The names of its parameters. */
const namesIn = (path: string): string[] => [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name!);

/** The kinds of things that an address names. */
export const kindsIn = (path: string): string[] =>
  namesIn(path).flatMap((name) => {
    const filling = fillingOf(path, name);
    return filling && 'kind' in filling ? [filling.kind] : [];
  });

/** The parameters of which nobody has said what stands there. */
export const unknownIn = (path: string): string[] => namesIn(path).filter((name) => fillingOf(path, name) === null);

/** The address with the things of these ids; what has none stands there as one that never was. */
export const filled = (path: string, ids: Ids): string =>
  path.replace(/\{(\w+)\}/g, (_, name: string) => {
    const filling = fillingOf(path, name);
    return filling && 'kind' in filling ? (ids[filling.kind] ?? ABSENT) : (filling?.text ?? ABSENT);
  });
