import { absent, invalid, refused, say } from '#libs/errors';

export const noSuchContract = () => absent('contract_absent', say('没有找到该协议', 'There is no such contract'));
export const notThisParty = () => absent('party_absent', say('协议没有这一方，或您不能代表其确认', 'The contract has no such party, or you cannot accept for it'));
export const alreadyAccepted = () => refused('already_accepted', say('该方已经确认', 'This party has accepted already'));
export const evidenceNeeded = () => invalid('evidence_needed', say('须上传该方签章页', 'The page signed by this party must be uploaded'));
export const daysReversed = () => invalid('days_reversed', say('结束日期须晚于开始日期', 'The last day must come after the first'));
export const notToBeContracted = () => refused('not_to_be_contracted', say('项目当前状态不能起草协议', 'No contract can be drawn up for the project now'));
