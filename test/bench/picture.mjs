const WIDTH = 860;
const LEFT = 300;
const ROW = 46;
const HEAD = 92;

const escaped = (text) => text.replace(/[&<>]/g, (sign) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;' })[sign]);
const line = (x1, y1, x2, y2, style) => `<line x1="${x1}" y1="${y1}" x2="${x2}" y2="${y2}" ${style}/>`;
const words = (x, y, text, style = '') => `<text x="${x}" y="${y}" ${style}>${escaped(text)}</text>`;

/** A bar for each scenario: how many times the raw limit ours costs, with the marks it is measured by. */
export function pictureOf(kept) {
  const entries = Object.entries(kept);
  const most = Math.max(6, ...entries.map(([, { ratio, pass }]) => Math.max(ratio, pass))) * 1.08;
  const x = (ratio) => Math.round(LEFT + (ratio / most) * (WIDTH - LEFT - 70));
  const height = HEAD + entries.length * ROW + 60;
  const bars = entries.map(([name, one], at) => bar(name, one, HEAD + at * ROW, x));
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${height}" font-family="'Noto Sans SC', 'Noto Sans CJK SC', 'Microsoft YaHei', sans-serif" font-size="14" fill="#222">
<title>处理器时间与原始上限之比 Processor time against the raw limit</title>
<rect width="${WIDTH}" height="${height}" fill="#fff"/>
${words(20, 30, '处理器时间是原始上限的几倍', 'font-size="18" font-weight="600"')}
${words(20, 54, 'How many times the processor time of the raw limit; shorter is better', 'fill="#555"')}
${line(x(1), HEAD - 14, x(1), HEAD + entries.length * ROW, 'stroke="#888" stroke-width="1"')}
${words(x(1), HEAD - 20, '1×', 'fill="#555" text-anchor="middle" font-size="12"')}
${bars.join('\n')}
${words(20, height - 30, '实线：目标；虚线：合格线。原始上限在同一次运行中交替测量。', 'font-size="12" fill="#555"')}
${words(20, height - 12, 'Solid mark: target; dashed mark: pass. The raw limit was measured in turn, in the same run.', 'font-size="12" fill="#555"')}
</svg>
`;
}

function bar(name, { title, ratio, target, pass }, y, x) {
  const [zh, en] = splitTitle(title);
  const fill = ratio <= target ? '#2f7d4f' : ratio <= pass ? '#3b6ea8' : '#b4552d';
  return [
    words(20, y + 14, `${name} ${zh}`), words(20, y + 31, en, 'font-size="12" fill="#555"'),
    `<rect x="${LEFT}" y="${y + 4}" width="${x(ratio) - LEFT}" height="22" fill="${fill}"/>`,
    line(x(target), y, x(target), y + 30, 'stroke="#222" stroke-width="2"'), line(x(pass), y, x(pass), y + 30, 'stroke="#222" stroke-width="2" stroke-dasharray="4 3"'),
    words(x(ratio) + 8, y + 20, `${ratio}×`, 'font-weight="600"'),
  ].join('\n');
}

/** Titles are Chinese first, then English. */
function splitTitle(title) {
  const at = title.search(/ [A-Za-z]/);
  return at < 0 ? [title, ''] : [title.slice(0, at), title.slice(at + 1)];
}
