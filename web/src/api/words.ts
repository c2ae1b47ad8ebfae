/** The words of the field for what the interface names by key: one word for one thing, wherever a page shows it. */
type Words<K extends string> = Readonly<Record<K, readonly [zh: string, en: string]>>;

export const APPLICANT_KINDS = {
  social_association: ['社会团体', 'social association'],
  social_service_institution: ['社会服务机构（民办非企业单位）', 'social service institution'],
  foundation: ['基金会', 'foundation'],
  community_group: ['备案类社区社会组织', 'community group on record'],
  enterprise: ['企业', 'enterprise'],
  law_firm: ['律师事务所', 'law firm'],
  public_institution_1: ['公益一类事业单位', 'class-1 public institution'],
  public_institution_2: ['公益二类事业单位', 'class-2 public institution'],
  womens_federation: ['妇女联合会', 'women’s federation'],
  mass_organisation: ['群团组织', 'mass organisation'],
  village_committee: ['村（居）民委员会', 'village or residents’ committee'],
  street_federation: ['街道（乡镇）社会组织联合会', 'street federation of community groups'],
  social_work_station: ['社工站', 'social-work station'],
} as const satisfies Words<string>;
export type ApplicantKind = keyof typeof APPLICANT_KINDS;

export const REGISTRATION_LEVELS = {
  national: ['全国', 'national'],
  province: ['省级', 'province'],
  city: ['市级', 'city'],
  district: ['县（市、区）级', 'district or county'],
} as const satisfies Words<string>;

export const INSPECTION_VERDICTS = {
  passed: ['合格', 'passed'],
  basic: ['基本合格', 'basically passed'],
  failed: ['不合格', 'failed'],
} as const satisfies Words<string>;

export const ORGANISER_ROLES = {
  host: ['主办单位', 'host'],
  guide: ['指导单位', 'under the guidance of'],
  operator: ['承办单位', 'operator'],
  co_host: ['联合主办', 'co-host'],
  funder: ['出资单位', 'funder'],
} as const satisfies Words<string>;

export const MONEY_ROUTES = {
  grant: ['资助', 'grant'],
  purchase: ['政府购买服务', 'purchase of services'],
  reward: ['以奖代补', 'reward for results'],
  directed: ['定向扶持', 'directed support'],
} as const satisfies Words<string>;

export const FUNDS = {
  fiscal: ['财政资金', 'fiscal fund'],
  lottery: ['福彩公益金', 'welfare-lottery fund'],
  foundation: ['基金会资金', 'foundation money'],
  mixed: ['多渠道资金', 'mixed funds'],
} as const satisfies Words<string>;

/** The word for a key, or the key where a newer server says one that is not known here yet. */
export function wordFor<K extends string>(words: Words<K>, key: string): readonly [zh: string, en: string] {
  return (words as Record<string, readonly [string, string]>)[key] ?? [key, key];
}
