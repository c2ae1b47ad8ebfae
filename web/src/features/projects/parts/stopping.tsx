import { api, useCommand, type ProjectDetail } from '../../../api/index.js';
import { ActDialog, useSay, useTexts } from '../../../ui/index.js';
import { AFTER_STOP } from '../queries.js';
import { texts } from '../texts.js';

type Move = 'suspend' | 'resume' | 'terminate';

/** What only an officer does, each with a reason that the grantee reads. */
export function Stopping({ project }: { readonly project: ProjectDetail }) {
  const t = useTexts(texts);
  const say = useSay();
  const move = useCommand<{ move: Move; reason: string }>({
    run: (body, key) => api.projectsMove({ path: { id: project.id }, body, headers: { 'Idempotency-Key': key } }),
    refresh: AFTER_STOP,
  });
  return (
    <section className="record-part no-print">
      <h2>{t('stopping')}</h2>
      <p className="quiet">{t('stopping_what')}</p>
      <div className="act-row">
        {project.moves.map(({ move: name, allowed, reason }) => (
          <ActDialog
            key={name}
            label={t(name as Move)}
            kind={name === 'terminate' ? 'danger' : 'secondary'}
            refusal={allowed || !reason ? null : say(reason)}
            reason={{ label: t('reason'), least: 4 }}
            onAct={(words) => move.mutateAsync({ move: name as Move, reason: words })}
          >
            <p>{t(`${name as Move}_follows`)}</p>
          </ActDialog>
        ))}
      </div>
    </section>
  );
}
