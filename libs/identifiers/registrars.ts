import { say } from '#libs/errors';
import type { Sentence } from '#libs/errors';

/** An authority that gives out credit codes, and what it registers. */
interface Registrar {
  readonly name: Sentence;
  readonly kinds: Readonly<Record<string, Sentence>>;
}

const OTHER = say('其他', 'Other');

/** Positions 1 and 2 of a credit code: GB 32100-2015 with amendment sheet 1 of 2016. */
export const REGISTRARS: Readonly<Record<string, Registrar>> = {
  '1': {
    name: say('机构编制', 'Public sector staffing (bianzhi) office'),
    kinds: {
      '1': say('机关', 'State organ'),
      '2': say('事业单位', 'Public institution'),
      '3': say('编办直接管理机构编制的群众团体', 'Mass organisation under the staffing office'),
      '9': OTHER,
    },
  },
  '2': { name: say('外交', 'Foreign affairs'), kinds: { '1': say('外国常驻新闻机构', 'Resident foreign news agency'), '9': OTHER } },
  '3': {
    name: say('司法行政', 'Justice administration'),
    kinds: {
      '1': say('律师执业机构', 'Law firm'),
      '2': say('公证处', 'Notary office'),
      '3': say('基层法律服务所', 'Grass-roots legal service office'),
      '4': say('司法鉴定机构', 'Forensic institution'),
      '5': say('仲裁委员会', 'Arbitration commission'),
      '9': OTHER,
    },
  },
  '4': { name: say('文化', 'Culture'), kinds: { '1': say('外国在华文化中心', 'Foreign cultural centre in China'), '9': OTHER } },
  '5': {
    name: say('民政', 'Civil affairs'),
    kinds: {
      '1': say('社会团体', 'Social association'),
      '2': say('民办非企业单位（社会服务机构）', 'Private non-enterprise unit (social service institution)'),
      '3': say('基金会', 'Foundation'),
      '9': OTHER,
    },
  },
  '6': {
    name: say('旅游', 'Tourism'),
    kinds: {
      '1': say('外国旅游部门常驻代表机构', 'Resident office of a foreign tourism authority'),
      '2': say('港澳台地区旅游部门常驻内地（大陆）代表机构', 'Resident office of a Hong Kong, Macao or Taiwan tourism authority'),
      '9': OTHER,
    },
  },
  '7': {
    name: say('宗教', 'Religious affairs'),
    kinds: { '1': say('宗教活动场所', 'Place of worship'), '2': say('宗教院校', 'Religious school'), '9': OTHER },
  },
  '8': { name: say('工会', 'Trade unions'), kinds: { '1': say('基层工会', 'Grass-roots trade union'), '9': OTHER } },
  '9': {
    name: say('市场监督管理（工商）', 'Market regulation (industry and commerce)'),
    kinds: {
      '1': say('企业', 'Enterprise'),
      '2': say('个体工商户', 'Sole trader'),
      '3': say('农民专业合作社', "Farmers' co-operative"),
    },
  },
  A: { name: say('军委改革和编制', 'Military reform and staffing office'), kinds: { '1': say('军队事业单位', 'Military public institution'), '9': OTHER } },
  N: {
    name: say('农业', 'Agriculture'),
    kinds: {
      '1': say('组级集体经济组织', 'Collective economic organisation of a villager group'),
      '2': say('村级集体经济组织', 'Collective economic organisation of a village'),
      '3': say('乡镇级集体经济组织', 'Collective economic organisation of a township'),
      '9': OTHER,
    },
  },
  Y: { name: OTHER, kinds: { '1': OTHER } },
};
