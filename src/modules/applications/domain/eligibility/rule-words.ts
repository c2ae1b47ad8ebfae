import { say, type Sentence } from '#libs/errors';
import type { ApplicantType, Grade, RegistrationLevel } from '#modules/calls';

export const GRADE_ORDER: readonly Grade[] = ['1A', '2A', '3A', '4A', '5A'];

export const LEVEL_NAMES: Readonly<Record<RegistrationLevel, Sentence>> = {
  national: say('全国', 'national'), province: say('省级', 'province'), city: say('市级', 'city'), district: say('区县级', 'district'),
};

export const KIND_NAMES: Readonly<Record<ApplicantType, Sentence>> = {
  social_association: say('社会团体', 'social association'), social_service_institution: say('社会服务机构', 'social service institution'), foundation: say('基金会', 'foundation'),
  community_group: say('社区社会组织（未登记）', 'community group without registration'), enterprise: say('企业', 'enterprise'), law_firm: say('律师事务所', 'law firm'),
  public_institution_1: say('公益一类事业单位', 'class-1 public institution'), public_institution_2: say('公益二类事业单位', 'class-2 public institution'),
  womens_federation: say('妇联组织', 'women’s federation'), mass_organisation: say('群团组织', 'mass organisation'), village_committee: say('村（居）委会', 'village or residents’ committee'),
  street_federation: say('街道社区社会组织联合会', 'street federation of community groups'), social_work_station: say('社工站', 'social-work station'),
};

export const listed = (words: readonly string[]): Sentence => say(words.join('、'), words.join(', '));
