import { useState } from 'react';
import { ActionButton } from '../../ui/action-button.js';
import { AutosaveMark } from '../../ui/autosave-mark.js';
import { BudgetTable } from '../../ui/budget/budget-table.js';
import { productOf, type GridColumn, type GridRow } from '../../ui/budget/grid-model.js';
import { FileDrop } from '../../ui/file-drop.js';
import type { DroppedFile } from '../../ui/file-row.js';
import { Stepper } from '../../ui/stepper.js';
import { WordCounter } from '../../ui/word-counter.js';

const FILES: DroppedFile[] = [
  { id: '1', name: '社会组织法人登记证书副本（温江区同心社会工作服务中心）2025年度.pdf', size: 2_411_724, state: 'stored', href: '#main' },
  { id: '2', name: '近一年财务审计报告.pdf', size: 8_120_000, state: 'sending', progress: 0.62 },
  { id: '3', name: '承诺书.jpg', size: 640_000, state: 'failed', sentence: '网络中断，文件没有传完' },
];

const COLUMNS: GridColumn[] = [
  { key: 'item', title: '支出项目', kind: 'text', width: '26%' },
  { key: 'source', title: '资金来源', kind: 'choice', width: '16%', choices: [{ value: 'grant', label: '创投资金' }, { value: 'own', label: '自筹资金' }] },
  { key: 'price', title: '单价（元）', kind: 'money' },
  { key: 'count', title: '数量', kind: 'number' },
  { key: 'note', title: '说明', kind: 'text', width: '22%' },
];

const ROWS: GridRow[] = [
  { id: 'a', cells: { item: '家庭教育讲师劳务', source: 'grant', price: '800.00', count: '12', note: '每场 2 小时' } },
  { id: 'b', cells: { item: '亲子阅读绘本', source: 'grant', price: '36.50', count: '120', note: '' } },
  { id: 'c', cells: { item: '活动场地', source: 'own', price: '3百', count: '6', note: '社区折价提供' } },
];

const amountOf = (row: GridRow) => productOf(row, 'price', 'count');
const sumOf = (rows: readonly GridRow[], source: string) => rows.filter((row) => row.cells.source === source).reduce((sum, row) => sum + (amountOf(row) ?? 0), 0);

export function ControlSamples() {
  const [score, setScore] = useState<number | null>(17);
  const [blank, setBlank] = useState<number | null>(null);
  const [rows, setRows] = useState<readonly GridRow[]>(ROWS);
  const [text, setText] = useState('项目面向温江区新市民家庭，由社工、家庭教育指导师和社区妇女骨干组成的小组，每周开展一次亲子阅读与情绪支持活动。');
  return (
    <article className="page">
      <h1>填写与打分</h1>
      <div className="samples">
        <section className="wide">
          <h2>项目预算</h2>
          <BudgetTable label="项目预算" columns={COLUMNS} rows={rows} onChange={setRows} amountTitle="金额" amountOf={amountOf} totals={(all) => [{ label: '其中创投资金', fen: sumOf(all, 'grant') }, { label: '其中自筹资金', fen: sumOf(all, 'own') }]} />
        </section>
        <section>
          <h2>评分</h2>
          <div className="sample-rows" style={{ alignItems: 'stretch', gap: 24 }}>
            <Stepper label="需求真实、对象明确" hint="权重 20%" value={score} onChange={setScore} max={20} step={0.5} />
            <Stepper label="团队能力与经验" hint="权重 15%" value={blank} onChange={setBlank} max={15} />
            <ActionButton onAct={() => undefined} refusal="还有 1 项未评分：团队能力与经验。">
              锁定评分
            </ActionButton>
          </div>
        </section>
        <section>
          <h2>附件</h2>
          <FileDrop label="登记证书" limits="PDF 或 JPG，单个不超过 20 MB，最多 5 个" accept=".pdf,.jpg" maxBytes={20 * 1024 * 1024} multiple files={FILES} onAdd={() => undefined} onRemove={() => undefined} onRetry={() => undefined} />
        </section>
        <section>
          <h2>字数与自动保存</h2>
          <div className="field">
            <label htmlFor="sample-text">项目简介</label>
            <textarea id="sample-text" className="input" rows={4} value={text} onChange={(event) => setText(event.target.value)} />
            <span className="sample-rows">
              <WordCounter text={text} limit={500} />
              <WordCounter text={text} limit={50} margin={10} />
              <WordCounter text={text} limit={30} />
            </span>
          </div>
        </section>
        <section>
          <h2>保存状态与按钮</h2>
          <div className="sample-rows">
            <AutosaveMark state={{ kind: 'saving' }} />
            <AutosaveMark state={{ kind: 'saved', at: new Date() }} />
            <AutosaveMark state={{ kind: 'unsaved', why: '网络中断' }} onRetry={() => undefined} />
            <ActionButton onAct={() => undefined} icon="check">
              提交申报
            </ActionButton>
            <ActionButton onAct={() => undefined} busy>
              提交申报
            </ActionButton>
            <ActionButton kind="danger" onAct={() => undefined}>
              撤回申报
            </ActionButton>
          </div>
        </section>
      </div>
    </article>
  );
}
