import { absent, forbidden, invalid, refused, say } from '#libs/errors';
import { fen, formatFen } from '#libs/money';

export const noSuchTranche = () => absent('tranche_absent', say('没有找到该笔拨款', 'There is no such payment'));
export const noSuchDeposit = () => absent('deposit_absent', say('没有找到该笔到账', 'There is no such deposit'));
export const noSuchRound = () => absent('call_absent', say('没有找到该批次', 'There is no such call'));
export const noSuchProject = () => absent('project_absent', say('没有找到该项目', 'There is no such project'));
export const decided = () => refused('deposit_decided', say('该笔到账已经处理', 'This deposit has been decided'));
export const secondPerson = () => forbidden('second_person_needed', say('须由另一人审批', 'A second person must approve it'));
export const referenceTaken = (reference: string) => refused('bank_reference_taken', say('银行流水号“{reference}”已用于另一笔款项', 'The bank reference "{reference}" belongs to another payment'), { reference });
export const nothingToPay = () => refused('nothing_to_pay', say('据实结算后没有应付金额', 'Nothing is due at actual cost'));
export const dayAhead = () => invalid('day_ahead', say('日期不能晚于今天，请按银行回单填写', 'The day lies ahead; take it from the bank’s slip'));
export const tooMuchReturned = () => invalid('return_above_paid', say('退回金额高于已付金额', 'More would come back than was paid'));
export const notSettled = (count: number) => refused('payments_open', say('还有 {count} 笔拨款未办结', '{count} payments are not closed'), { count });
export const moneyOwed = (owedFen: number) => refused('money_owed', say('结余资金 {owed} 尚未退回', 'Unspent money of {owed} has not come back'), { owedFen, owed: formatFen(fen(owedFen)) });
