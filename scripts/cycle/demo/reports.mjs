import { personTimes } from './words.mjs';

/** What a grantee writes in the reports of her project, with the figures that follow from its plan. */
export const planReport = ({ name, acts, direct, way }) =>
  `“${name}”实施计划已经项目组与属地妇联讨论确定。做法：${way}。` +
  `活动安排：${acts.map(([act, sessions, people]) => `${act}${sessions}场次，每场约${people}人`).join('；')}。` +
  `第一个月完成对象摸底和志愿者培训，第二、三个月集中开展服务，第四个月总结评估；计划服务${direct}人。财务单独建账，每月5日前后报送收支表，变更提前一周书面告知。`;

export const monthlyReport = ({ name, acts }, month) => {
  const [act, sessions, people] = acts[0];
  const held = Math.max(2, Math.round(sessions / 6));
  return `“${name}”第${month}个月：开展${act}${held}场次，到场${held * people}人次，新增服务对象${Math.max(8, people)}人，志愿服务${held * 3}人次、${held * 9}小时。支出按预算科目执行，凭证已装订。下月计划继续开展${acts.at(-1)[0]}。`;
};

export const midtermReport = (proposal) => {
  const { name, acts, direct, women, children, finding } = proposal;
  const half = acts.map(([act, sessions, people]) => [act, Math.ceil(sessions / 2), people]);
  return `“${name}”中期报告。一、进展：已开展${half.map(([act, sessions]) => `${act}${sessions}场次`).join('、')}，完成年度任务的52%，服务${Math.round(direct * 0.55)}人、${personTimes({ acts: half })}人次，` +
    `其中妇女${Math.round(women * 0.55)}人、儿童${Math.round(children * 0.55)}人。二、成效：抽样40人做前后测，平均分由61分提高到78分，满意率94%；整理案例3个。与立项时“${finding}”相比，情况已有改善。` +
    '三、问题：两场活动因天气改期，一名社工产假由督导顶替。四、经费：首期款已支出46%，各科目均在预算以内。五、下一步：增加周末场次，月底前完成志愿者第二轮培训。';
};
