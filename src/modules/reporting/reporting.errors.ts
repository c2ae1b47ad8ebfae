import { absent, invalid, say } from '#libs/errors';

export const noSuchRound = () => absent('call_absent', say('没有找到该批次', 'There is no such call'));
export const noSuchReport = () => absent('report_absent', say('没有找到该报告', 'There is no such report'));
export const nothingFunded = () => absent('programme_absent', say('该批次尚未公布资助结果', 'No award of this round has been announced'));
export const notAHash = () =>
  invalid('hash_invalid', say('校验码应为 64 位十六进制字符（SHA-256）', 'A hash has 64 hexadecimal characters (SHA-256)'));
export const notIssuedHere = () =>
  absent('hash_unknown', say('本平台没有签发过与此校验码一致的文件', 'No document with this hash was issued by this platform'));
