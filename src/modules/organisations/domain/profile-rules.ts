import { isOdd, oddCharacters } from '#libs/characters';
import { checkCreditCode, normaliseCreditCode } from '#libs/identifiers';
import { invalid, say, type Problem, type Sentence } from '#libs/errors';
import type { OrganisationProfile } from './organisation.js';

/** What the platform noticed and lets pass: a real code may fail its own check digit (GB 32100-2015), so evidence decides. */
export interface Remark {
  code: string;
  sentence: Sentence;
  facts?: Record<string, unknown>;
}

/**
 * Puts a profile into its normal form and refuses what cannot be.
 * @throws DomainError `organisation_profile_invalid` (invalid) naming every faulty field
 */
export function settleProfile(given: OrganisationProfile): { profile: OrganisationProfile; remarks: Remark[] } {
  const code = given.creditCode ? normaliseCreditCode(given.creditCode) : null;
  const profile = { ...given, name: given.name.normalize('NFKC').trim(), creditCode: code };
  const problems = [...codeProblems(profile), ...gradeProblems(profile)];
  if (problems.length > 0) {
    throw invalid('organisation_profile_invalid', say('有 {count} 处填写有误，内容未保存', '{count} fields are not right; nothing was saved'), { count: problems.length, problems });
  }
  return { profile, remarks: [...(code ? remarksOn(code) : []), ...namesRemarks(profile)] };
}

/** What stands in its name or in that of its legal representative that nobody sees, or takes for another letter. */
export function oddNames({ name, legalRepresentative }: Pick<OrganisationProfile, 'name' | 'legalRepresentative'>): Sentence | null {
  const odd = [name, legalRepresentative].map(oddCharacters);
  if (!odd.some(isOdd)) return null;
  const letters = [...new Set(odd.flatMap(({ foreign }) => foreign))].join(' ');
  const [hidden, foreign] = [odd.some((one) => one.hidden), letters !== ''];
  const zh = [hidden ? '不显示的字符' : '', foreign ? `与拉丁字母相似的外文字母 ${letters}` : ''].filter(Boolean).join('和');
  const en = [hidden ? 'characters that nobody sees' : '', foreign ? `letters that look like Latin ones: ${letters}` : ''].filter(Boolean).join(', and ');
  return say(`名称或法定代表人姓名中有${zh}，请对照登记证书核对`, `The name, or that of the legal representative, holds ${en}. Please compare it with the certificate`);
}

function namesRemarks(profile: OrganisationProfile): Remark[] {
  const sentence = oddNames(profile);
  return sentence ? [{ code: 'odd_characters', sentence }] : [];
}

function codeProblems({ kind, creditCode }: OrganisationProfile): Problem[] {
  if (!creditCode) {
    if (kind === 'community_group') return [];
    return [{ path: 'creditCode', code: 'credit_code_needed', sentence: say('已登记的组织须填写统一社会信用代码', 'A registered organisation has a unified social credit code') }];
  }
  if (checkCreditCode(creditCode).wellFormed) return [];
  return [{ path: 'creditCode', code: 'credit_code_malformed', sentence: say('统一社会信用代码须为 18 位，不含 I、O、S、V、Z', 'A credit code has 18 characters, without I, O, S, V, Z') }];
}

function gradeProblems({ grade, gradedOn }: OrganisationProfile): Problem[] {
  if ((grade === null) === (gradedOn === null)) return [];
  return [{ path: 'gradedOn', code: 'grade_needs_its_day', sentence: say('评估等级与评定日期须同时填写', 'A grade and the day it was given go together') }];
}

const remarksOn = (code: string): Remark[] =>
  checkCreditCode(code).warnings.map((warning) => ({ code: warning.code, sentence: warning.sentence, facts: { ...warning.facts } }));
