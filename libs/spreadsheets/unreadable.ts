import { invalid, say } from '#libs/errors';

/** The refusal of a workbook whose parts contradict the format; `reason` is for the log. */
export const unreadable = (reason: string): Error =>
  invalid('sheet.unreadable', say('无法读取该表格，请另存为xlsx后重试', 'The workbook cannot be read; save it as xlsx and try again'), {
    reason,
  });
