import type { Client } from 'pg';
import type { SheetScores } from '../../../src/modules/scoring/domain/score-tree/sheets.js';
import type { ScoreTree } from '../../../src/modules/scoring/domain/score-tree/tree.js';

export interface OpinionRow {
  readonly no: number;
  readonly applicationId: string;
  readonly total: string | null;
  readonly groupNormalised: string | null;
  readonly rank: number | null;
  readonly rankInGroup: number | null;
}

/**
 * Ranks many rounds in one statement of SQL that shares nothing with the engine but the rule: sixty decimals stand for its exact
 * fractions, forty where a total that was cut there is divided once more (the denominators that occur are far too small for two
 * different values to meet).
 */
export async function secondOpinion(db: Client, rounds: readonly (readonly [ScoreTree, SheetScores])[]): Promise<OpinionRow[]> {
  const given = rounds.map(([tree, { applications }], no) => ({ no, tree, applications }));
  return (await db.query<OpinionRow>(STATEMENT, [JSON.stringify(given)])).rows;
}

/** Division that keeps so many digits that rounding afterwards is right, and a plan fit for tables without statistics. Run once on the connection. */
export const PREPARATION = `
  set jit = off;
  set enable_nestloop = off;
  create function pg_temp.over(a numeric, b numeric) returns numeric language sql immutable as 'select round(a, 90) / b';
  create function pg_temp.exact(a numeric) returns numeric language sql immutable as 'select round(a, 60)';`;

const RULES = `
  given as materialized (select (r->>'no')::int as no, r->'tree' as tree, r->'applications' as applications from jsonb_array_elements($1::jsonb) r),
  tree as (select no, (tree->>'outOf')::numeric as out_of, tree->>'combine' as combine, (tree->'ranking'->>'places')::int as places, tree->'ranking'->>'on' as compares, tree->'ranking'->>'groups' as groups from given),
  stage as (select no, s->>'id' as stage, (s->>'weight')::numeric as weight, s->>'combine' as combine, (s->>'announcedPlaces')::int as announced, s->'blocs' as blocs from given, jsonb_array_elements(tree->'stages') s),
  bloc as materialized (select no, stage, b->>'id' as bloc, b->>'kind' as kind, (b->>'weight')::numeric as weight, b as rule from stage, jsonb_array_elements(blocs) b),
  criterion as (select no, stage, bloc, c->>'id' as criterion, (c->>'max')::numeric as max, coalesce(c->>'weight', c->>'max')::numeric as share from bloc, jsonb_array_elements(rule->'criteria') c where kind = 'judges'),
  application as materialized (select no, a->>'id' as id, a->>'groupId' as grp, a as facts from given, jsonb_array_elements(applications) a),
  best as (select no, o.key as source, max(o.value::numeric) as value from application, jsonb_each_text(facts->'outside') o group by 1, 2)`;

const SHEETS = `
  sheet as materialized (select no, id, s->>'stageId' as stage, s->>'blocId' as bloc, s->>'judgeId' as judge, s->>'state' as state, s->'entries' as entries from application, jsonb_array_elements(facts->'sheets') s),
  mark as materialized (select s.no, s.id, s.stage, s.bloc, s.judge, c.criterion, c.share, c.max, s.entries->>c.criterion as entry from sheet s join criterion c using (no, stage, bloc) where s.state = 'submitted'),
  judged as materialized (
    select no, id, stage, bloc, judge, count(*) filter (where entry is null) as absent,
      pg_temp.over(sum(share * pg_temp.over(entry::numeric, max)) filter (where entry <> 'n/a'), nullif(sum(share) filter (where entry <> 'n/a'), 0)) * tree.out_of as score
    from (select no, id, stage, bloc, judge, share, max, entry from mark) m join tree using (no) group by no, id, stage, bloc, judge, tree.out_of),
  counted as materialized (select * from judged where absent = 0 and score is not null),
  filled as materialized (select no, id, stage, bloc, count(*) as n from counted group by 1, 2, 3, 4),
  gap as materialized (select s.no, s.id, s.stage, s.bloc, count(*) as open from sheet s left join judged j using (no, id, stage, bloc, judge) where s.state = 'missing' or j.absent > 0 group by 1, 2, 3, 4),
  standing as (
    select a.no, a.id, b.stage, b.bloc, b.rule, b.weight, coalesce(f.n, 0) as n, coalesce(g.open, 0) as open
    from application a join bloc b using (no) left join filled f using (no, id, stage, bloc) left join gap g using (no, id, stage, bloc) where b.kind = 'judges'),
  live as materialized (select * from standing where n >= (rule->>'quorum')::int and not (rule->>'missing' = 'block' and open > 0)),
  valued as materialized (
    select no, id, stage, bloc, null as criterion, judge, score from counted
    union all select m.no, m.id, m.stage, m.bloc, m.criterion, m.judge, pg_temp.over(m.entry::numeric, m.max) * t.out_of from mark m join counted c using (no, id, stage, bloc, judge) join tree t on t.no = m.no where m.entry <> 'n/a'),
  aggregated as materialized (
    select l.no, l.id, l.stage, l.bloc, v.criterion, case l.rule->'aggregate'->>'kind'
      when 'mean' then pg_temp.over(sum(v.score), count(*))
      when 'sum' then sum(v.score)
      when 'median' then pg_temp.over((array_agg(v.score order by v.score))[(count(*) + 1) / 2] + (array_agg(v.score order by v.score))[count(*) / 2 + 1], 2)
      else case
        when count(*) < (l.rule->'aggregate'->>'minimum')::int then null
        when count(*) < (l.rule->'aggregate'->>'threshold')::int then pg_temp.over(sum(v.score), count(*))
        else pg_temp.over(sum(v.score) - max(v.score) - min(v.score), count(*) - 2) end end as score
    from live l join valued v using (no, id, stage, bloc) group by l.no, l.id, l.stage, l.bloc, l.rule, v.criterion)`;

/** Raw values from outside on the scale that they feed. */
const points = (rule: string, raw: string, best: string, scale: string): string => `
  least(${scale}, greatest(0, case ${rule}->'normalise'->>'by'
    when 'points' then pg_temp.over(${raw}, (${rule}->'normalise'->>'max')::numeric) * ${scale}
    when 'target' then pg_temp.over(${raw}, (${rule}->'normalise'->>'target')::numeric) * ${scale}
    when 'share-of-best' then case when coalesce(${best}, 0) = 0 then 0 else pg_temp.over(${raw}, ${best}) * ${scale} end
    else coalesce((select (d->>'points')::numeric from jsonb_array_elements(${rule}->'normalise'->'bands') d where (d->>'from')::numeric <= ${raw} order by (d->>'from')::numeric desc limit 1), 0) end))`;

const TOTALS = `
  outside as materialized (
    select a.no, a.id, b.stage, b.bloc, case
      when a.facts->'outside'->>(b.rule->>'source') is null then case b.rule->>'whenAbsent' when 'zero' then 0 end
      else ${points('b.rule', "(a.facts->'outside'->>(b.rule->>'source'))::numeric", 'best.value', 'tree.out_of')} end as score
    from application a join bloc b using (no) join tree using (no) left join best on best.no = a.no and best.source = b.rule->>'source' where b.kind = 'outside'),
  bloc_score as materialized (select no, id, stage, bloc, score from aggregated where criterion is null union all select * from outside),
  stage_score as materialized (
    select no, id, stage, case when announced is null then score else round(pg_temp.exact(score), announced) end as score from (
      select a.no, a.id, s.stage, s.announced,
        case when count(*) = count(x.score) then sum(case s.combine when 'sum' then x.score else x.score * b.weight / 100 end) end as score
      from application a join stage s using (no) join bloc b on b.no = s.no and b.stage = s.stage
        left join bloc_score x on (x.no, x.id, x.stage, x.bloc) = (a.no, a.id, b.stage, b.bloc) group by 1, 2, 3, 4) sums),
  bonus as (
    select a.no, a.id, sum(case when p.points = 0 then 0 else greatest(p.points, coalesce((b->>'min')::numeric, 0)) end) as points
    from application a join given g using (no) cross join jsonb_array_elements(g.tree->'bonuses') b left join best on best.no = a.no and best.source = b->>'source'
      cross join lateral (select coalesce(${points('b', "(a.facts->'outside'->>(b->>'source'))::numeric", 'best.value', "(b->>'max')::numeric")}, 0) as points where a.facts->'outside'->>(b->>'source') is not null
        union all select 0 where a.facts->'outside'->>(b->>'source') is null) p group by 1, 2),
  total as materialized (
    select a.no, a.id, a.grp, pg_temp.exact(combined + coalesce(bonus.points, 0)) as total from (
      select a.no, a.id, a.grp, case when count(*) = count(x.score) then sum(case tree.combine when 'sum' then x.score else x.score * s.weight / 100 end) end as combined
      from application a join tree using (no) join stage s using (no) left join stage_score x on (x.no, x.id, x.stage) = (a.no, a.id, s.stage) group by 1, 2, 3) a
    left join bonus using (no, id) where combined is not null)`;

/** What each step of the chain compares, higher first; null where there is nothing to compare. */
const CHAIN = `
  step as materialized (select no, s.at, s.step->>'by' as way, s.step->>'stageId' as stage, s.step->>'blocId' as bloc, s.step->>'criterionId' as criterion, s.step->>'prefer' as prefer from given, jsonb_array_elements(tree->'tieBreak') with ordinality s(step, at)),
  node as materialized (
    select no, id, 'stage' as way, stage, null as bloc, null as criterion, score from stage_score
    union all select no, id, 'bloc', stage, bloc, null, score from bloc_score
    union all select no, id, 'criterion', stage, bloc, criterion, score from aggregated where criterion is not null),
  tie as materialized (
    select t.no, t.id, t.grp, t.total, array_agg(case s.way
      when 'preference-points' then coalesce(a.facts->>'preferencePoints', '0')::numeric
      when 'requested-amount' then (a.facts->>'requestedFen')::numeric * case s.prefer when 'lower' then -1 else 1 end
      when 'earlier-submission' then -(a.facts->>'submittedAtMs')::numeric
      when 'lot' then -(a.facts->>'lot')::numeric
      when 'committee' then -(a.facts->>'committeeOrder')::numeric
      else pg_temp.exact(x.score) end order by s.at) as compared
    from total t join application a using (no, id) left join step s on s.no = t.no
      left join node x on x.no = t.no and x.id = t.id and x.way = s.way and x.stage = s.stage and coalesce(x.bloc, '') = coalesce(s.bloc, '') and coalesce(x.criterion, '') = coalesce(s.criterion, '') group by 1, 2, 3, 4)`;

const STEPS = 8;

/** Places by the figure, equals parted step by step; a step that somebody has no value for is passed over. */
function standings(name: string, from: string, figure: string, within: string): string {
  const first = `${name}_0 as materialized (select x.*, dense_rank() over (partition by ${within} order by case tree.compares when 'rounded' then round(x.${figure}, tree.places) else x.${figure} end desc) as way from ${from} x join tree using (no))`;
  const steps = Array.from({ length: STEPS }, (_, at) => {
    const whole = `count(compared[${at + 1}]) over (partition by ${within}, way) = count(*) over (partition by ${within}, way)`;
    return `${name}_${at + 1} as (select no, id, grp, total, ${figure === 'total' ? '' : `${figure}, `}compared, dense_rank() over (partition by ${within} order by way, value desc nulls last) as way
      from (select *, case when ${whole} then compared[${at + 1}] end as value from ${name}_${at}) x)`;
  });
  return [first, ...steps, `${name} as materialized (select *, rank() over (partition by ${within} order by way) as place, count(*) over (partition by ${within}, way) as sharing from ${name}_${STEPS})`].join(',\n  ');
}

const STATEMENT = `with ${[RULES, SHEETS, TOTALS, CHAIN].join(',')},
  ${standings('ingroup', 'tie', 'total', "no, coalesce(grp, '')")},
  figured as materialized (
    select i.no, i.id, i.grp, i.total, i.compared, i.place, round(case tree.groups
      when 'none' then i.total
      when 'coefficient' then i.total * case when avg_group = 0 then 1 else pg_temp.over(avg_all, avg_group) end
      else pg_temp.over(100 * (2 * size - (2 * i.place + i.sharing - 1) + 1), 2 * size) end, 40) as figure
    from (select *, pg_temp.over(sum(total) over (partition by no), count(*) over (partition by no)) as avg_all,
      pg_temp.over(sum(total) over (partition by no, coalesce(grp, '')), count(*) over (partition by no, coalesce(grp, ''))) as avg_group,
      count(*) over (partition by no, coalesce(grp, '')) as size from ingroup) i join tree using (no)),
  ${standings('overall', 'figured', 'figure', 'no')}
  select a.no, a.id as "applicationId", round(o.total, tree.places)::text as total, case when tree.groups <> 'none' then round(o.figure, tree.places)::text end as "groupNormalised",
    o.place::int as rank, case when a.grp is not null then i.place::int end as "rankInGroup"
  from application a join tree using (no) left join overall o using (no, id) left join ingroup i using (no, id) order by a.no, a.id`;
