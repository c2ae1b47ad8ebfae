import type { PresenceView, RulebookForm } from '../../../api/index.js';
import { Icon, useJoin, useSay, useTexts } from '../../../ui/index.js';
import { togetherTexts } from '../texts-together.js';

/** Who else is in the form, and in which part of it. */
export function PresenceLine({ present, form }: { readonly present: PresenceView | null; readonly form: RulebookForm }) {
  const t = useTexts(togetherTexts);
  const say = useSay();
  const join = useJoin();
  if (!present || present.others.length + present.openComments === 0) return null;
  const names = present.others.map(({ name, section }) => {
    const title = form.sections.find(({ key }) => key === section)?.title;
    return title ? t('other_at', { name, section: say(title) }) : name;
  });
  return (
    <span className="presence" role="status">
      {names.length > 0 ? (
        <span className="tone-current">
          <Icon name="person" />
          {t('others_here', { names: join(names) })}
        </span>
      ) : null}
      {present.openComments > 0 ? <span className="quiet">{t('open_comments', { count: present.openComments })}</span> : null}
    </span>
  );
}
