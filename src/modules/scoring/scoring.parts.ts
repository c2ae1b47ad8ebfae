import { SheetReopening } from './domain/sheet-reopening.js';
import { Abstain } from './handlers/abstain.js';
import { ReadHistory, ReadReceipt, ReadReopenings, TellVersions } from './handlers/read-sheets.js';
import { AskReopening, DecideReopening, HoldHandedIn, RecordReopening } from './handlers/reopen-sheet.js';
import { VerifySheets } from './handlers/verify-sheets.js';
import { OwnSheetsController, SheetsController } from './http/sheets.controller.js';
import { ReopeningStore } from './store/reopening.store.js';

/** What belongs to sheets once they are written: locks, histories, receipts. */
export const SHEET_PARTS = {
  entities: [SheetReopening],
  controllers: [OwnSheetsController, SheetsController],
  providers: [ReopeningStore, HoldHandedIn, RecordReopening, AskReopening, DecideReopening, Abstain, TellVersions, ReadHistory, ReadReceipt, ReadReopenings, VerifySheets],
};
