import { defineTexts } from '../../../ui/index.js';

/** Words of the calibration application. */
export const calibrationTexts = defineTexts('scoring-calibration', {
  title: ['校准样例', 'Calibration application'],
  note: ['这是一份往期申报，全组都评，用来统一尺度。它不属于本批次，分数不计入任何结果。', 'An application of an earlier call that the whole panel scores to find one measure. It is not of this call and counts in no result.'],
  back: ['返回我的评审', 'Back to my judging'],
  after: ['提交后可看到全组的给分分布，不显示姓名。', 'Once yours is in you see how the panel spreads, without names.'],
  spread: ['全组给分分布', 'How the panel spreads'],
  spread_in: ['{submitted} / {due} 位已提交', '{submitted} of {due} in'],
  criterion: ['指标', 'Criterion'],
  points: ['各人给分（由低到高）', 'Points, least first'],
  middle: ['中位数', 'Middle'],
  totals: ['合计', 'Total'],
  nobody: ['{due} 位都还没有提交', 'None of {due} has handed in yet'],
  own: ['您', 'You'],
  confirm: ['提交后不能再改。这份样例不计入任何结果。', 'Once handed in it cannot be changed. It counts in no result.'],
  sheet: ['校准评分', 'Calibration sheet'],
  tab: ['校准样例', 'Calibration'],
  officer_what: ['开评前可选一份往期申报让全组试评，看各人尺度是否一致。试评与正式评分分开存放，不会进入任何结果。', 'Before judging, the panel may try one application of an earlier call to see whether it shares a measure. It is kept apart and enters no result.'],
  none: ['没有选定样例', 'No application chosen'],
  choose_other: ['更换样例', 'Choose another application'],
  choose: ['选定样例', 'Choose an application'],
  choice: ['往期申报', 'Application of an earlier call'],
  choices_none: ['没有可用的往期申报', 'No earlier application can serve'],
  choices_none_what: ['往期批次公布结果后，其申报可作为样例。', 'Applications of earlier calls can serve once their outcome is announced.'],
  set: ['设为样例', 'Use it'],
  loading: ['正在打开…', 'Opening…'],
});
