import { getResolvedPDFJS } from 'unpdf';

const { OPS } = await getResolvedPDFJS();
const named = (...names) => new Set(names.map((name) => OPS[name]));

const TEXT = named('showText', 'showSpacedText', 'nextLineShowText', 'nextLineSetSpacingShowText');
const PICTURE = named(
  'paintImageXObject', 'paintImageMaskXObject', 'paintImageMaskXObjectGroup', 'paintInlineImageXObject', 'paintInlineImageXObjectGroup', 'paintImageXObjectRepeat',
  'paintImageMaskXObjectRepeat', 'paintSolidColorImageMask',
);
const COLOUR = named('setFillColorN', 'setStrokeColorN');
const OPENS = named('save', 'paintFormXObjectBegin', 'beginAnnotation');
const CLOSES = named('restore', 'paintFormXObjectEnd', 'endAnnotation');
const REMARKS = named('beginAnnotation', 'endAnnotation');
const MATRICES = { [OPS.transform]: (args) => [args], [OPS.paintFormXObjectBegin]: ([matrix]) => (matrix ? [matrix] : []), [OPS.beginAnnotation]: (args) => [args[2], args[3]] };

const [MOVE, LINE, CLOSE] = [0, 1, 4];
/** In points: what leans by less is straight, what is thinner or longer is the line of a table, and what has more corners is no box. */
const [STRAIGHT, THINNEST, LONGEST, CORNERS] = [0.05, 1.5, 40, 8];
/** Boxes to tick stand on a page by the dozen; signs and codes are made of hundreds. */
const FEW = 60;

const times = ([a, b, c, d, e, f], [g, h, i, j, k, l]) => [a * g + c * h, b * g + d * h, a * i + c * j, b * i + d * j, a * k + c * l + e, b * k + d * l + f];
const placed = ([a, b, c, d, e, f], x, y) => [a * x + c * y + e, b * x + d * y + f];

/** Each part of a path as the places of its corners; null for a path with a curve in it. */
function partsOf(steps, matrix) {
  const parts = [];
  for (let at = 0; at < steps.length;) {
    const kind = steps[at];
    if (kind === CLOSE) at += 1;
    else if (kind !== MOVE && kind !== LINE) return null;
    else {
      if (kind === MOVE || parts.length === 0) parts.push([]);
      parts.at(-1).push(placed(matrix, steps[at + 1], steps[at + 2]));
      at += 3;
    }
  }
  return parts;
}

const leans = (corners) => corners.some(([x, y], at) => at > 0 && Math.abs(x - corners[at - 1][0]) > STRAIGHT && Math.abs(y - corners[at - 1][1]) > STRAIGHT);
const extent = (values) => Math.max(...values) - Math.min(...values);

function isMark(corners, width) {
  const sides = [extent(corners.map(([x]) => x)), extent(corners.map(([, y]) => y))];
  return Math.max(...sides) <= LONGEST && Math.max(Math.min(...sides), width) >= THINNEST;
}

/** Follows what a page does, as far as it says where something lands and how wide a line is. */
class Page {
  stack = [];
  state = { matrix: [1, 0, 0, 1, 0, 0], width: 1 };
  marks = 0;
  /** Within a remark or a stamp nothing is read, not even its letters. */
  remark = false;

  /** Whether it draws something with this that nobody has read. */
  draws(op, args, isShape) {
    this.follow(op, args);
    if (TEXT.has(op)) return this.remark;
    if (PICTURE.has(op) || isShape(op, args)) return true;
    if (COLOUR.has(op)) return args[0] === 'TilingPattern';
    if (op === OPS.setGState) return args[0].some(([key, value]) => key === 'SMask' && value !== false);
    return op === OPS.constructPath && this.isDrawing(args[1][0]);
  }

  follow(op, args) {
    if (OPENS.has(op)) this.stack.push({ ...this.state });
    if (CLOSES.has(op)) this.state = this.stack.pop() ?? this.state;
    if (REMARKS.has(op)) this.remark = OPENS.has(op);
    if (op === OPS.setLineWidth) this.state.width = args[0];
    this.state.matrix = (MATRICES[op]?.(args) ?? []).reduce(times, this.state.matrix);
  }

  isDrawing(steps) {
    const { matrix, width } = this.state;
    const parts = steps ? partsOf(steps, matrix) : [];
    if (parts === null || parts.some((corners) => corners.length > CORNERS || leans(corners))) return true;
    const wide = width * Math.hypot(matrix[0], matrix[1]);
    this.marks += parts.filter((corners) => isMark(corners, wide)).length;
    return this.marks > FEW;
  }
}

/**
 * Whether a page holds something that is seen and is no text: curves, leaning lines, many small marks, pictures, patterns, and whatever a
 * remark or a stamp shows. Straight lines and boxes are taken for the ruling of tables.
 * @param isShape whether an operation makes a font whose letters are drawings themselves the one that is written with
 */
export function hasDrawings({ fnArray, argsArray }, isShape) {
  const page = new Page();
  return fnArray.some((op, at) => page.draws(op, argsArray[at], isShape));
}
