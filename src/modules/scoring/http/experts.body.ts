import { DayText, ListOf, OneOf, Text, TextList, Whole } from '#libs/http';
import { OCCUPATIONS, TIE_KINDS, type Occupation, type TieKind } from '../domain/experts/expert-profile.js';

export class AwayBody {
  @DayText() from: string;
  @DayText() until: string;
}

export class ExpertProfileBody {
  @Text({ max: 200 }) employer: string;
  @Text({ max: 18, pattern: /^[0-9A-HJ-NPQRTUWXY]{18}$/, optional: true, description: '工作单位的统一社会信用代码' }) employerCode?: string;
  @OneOf(OCCUPATIONS) occupation: Occupation;
  @Text({ max: 100, description: '职务或职称 position' }) title: string;
  @Text({ max: 6, pattern: /^\d{2}(\d{2}){0,2}$/, optional: true, description: '行政区划代码 GB/T 2260' }) territoryCode?: string;
  @TextList({ max: 20, each: 40, description: '专长 fields of expertise' }) topics: string[];
  @TextList({ min: 1, max: 2, each: 2, description: 'zh, en' }) languages: string[];
  @Whole({ min: 1, max: 1000, optional: true, description: '一个环节至多评几份 the most in one stage' }) most?: number;
  @Text({ max: 40, optional: true, description: '仅用于查利益冲突 for finding conflicts alone' }) phone?: string;
  @Text({ max: 200, optional: true, description: '仅用于查利益冲突 for finding conflicts alone' }) address?: string;
  @ListOf(() => AwayBody, { max: 20 }) away: AwayBody[];
  @Whole({ min: 0, max: 1_000_000, description: '所读版本，新的为 0 the version that was read' }) version: number;
}

export class ExpertTieBody {
  @OneOf(TIE_KINDS) kind: TieKind;
  @Text({ max: 200 }) organisationName: string;
  @Text({ max: 60, optional: true, description: '近亲属姓名 the relative’s name' }) personName?: string;
  @DayText({ optional: true }) since?: string;
  @DayText({ optional: true }) until?: string;
  @Text({ max: 500, optional: true }) note?: string;
}

export class WithdrawExpertTieBody {
  @Text({ min: 2, max: 500 }) reason: string;
}
