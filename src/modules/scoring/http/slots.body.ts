import { Identifier, InstantText, JsonObject, OneOf, Text, Whole } from '#libs/http';
import type { Entries } from '../domain/check-sheet.js';

export class OpenSlotsBody {
  @Identifier() applicationId: string;
  @Whole({ min: 1, max: 20, description: '开放几份 how many' }) count: number;
  @InstantText({ description: '链接有效至 until when the links are good' }) until: string;
}

export class RevokeSlotBody {
  @Text({ min: 2, max: 500 }) reason: string;
}

export class SlotVerdictBody {
  @OneOf(['none', 'has']) verdict: 'none' | 'has';
}

export class SlotSheetBody {
  @JsonObject({ description: '按指标的 {points, reason} by criterion {points, reason}' }) entries: Entries;
  @Text({ min: 0, max: 2000 }) comment: string;
  @Whole({ min: 1, max: 3, optional: true }) confidence?: number;
  @Whole({ min: 0, max: 1_000_000 }) version: number;
}
