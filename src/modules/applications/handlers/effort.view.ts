import { Shown } from '#libs/http';

/** What one has said of filling in the form, and how long the form was open in use. */
export class OwnEffortView {
  @Shown({ description: '填写用时（分钟），各人合计 minutes of active use, everybody together' }) minutes: number;
  @Shown({ nullable: true, type: Number, description: '1 很难 … 5 很容易 very hard to very easy' }) ease: number | null;
  @Shown({ nullable: true, type: Number, description: '自己估计的全部用时（小时） hours all in all, as estimated' }) hours: number | null;
  @Shown({ nullable: true, type: String, description: '最费力的部分 section that cost the most' }) hardest: string | null;
  @Shown({ nullable: true, type: String }) remark: string | null;
}

export class HardestView {
  @Shown() section: string;
  @Shown() count: number;
}

/** What applying in a call has cost, over all applicants; nobody is named. */
export class CallEffortView {
  @Shown({ description: '有用时记录的申报 applications with a measured time' }) measured: number;
  @Shown({ nullable: true, type: Number, description: '已提交申报填写用时的中位数（分钟） median minutes of those submitted' }) medianMinutes: number | null;
  @Shown({ nullable: true, type: Number, description: '九成在此时间内完成（分钟） nine of ten took at most so many minutes' }) mostMinutes: number | null;
  @Shown({ description: '有用时记录而没有提交的 begun and not submitted' }) abandoned: number;
  @Shown({ description: '不足 3 份时不显示内容 of fewer than 3 nothing but their number is told' }) surveys: number;
  @Shown({ nullable: true, type: Number, description: '平均难易，1 到 5' }) ease: number | null;
  @Shown({ nullable: true, type: Number, description: '自估全部用时的中位数（小时） median of the estimated hours' }) medianHours: number | null;
  @Shown({ type: [HardestView], description: '多的在前 most first' }) hardest: HardestView[];
  @Shown({ type: [String], description: '意见，不署名 remarks without names' }) remarks: string[];
}
