import { useRef, useState } from 'react';
import { useWords } from '../../../../client/i18n/use-words.ts';
import { newKey } from '../../../../client/keys.ts';
import { photoAddress, uploadPhoto } from '../../../../client/photos.ts';
import { Button } from '../../../../ui/button.tsx';
import { Icon } from '../../../../ui/icon.tsx';
import { useFailureWords } from '../../../app/answers.tsx';

const most = 9;
type Upload = { key: string; file: File; share: number; error?: unknown };

/** Up to nine photos, sent while the words are still being written; a failed one can be sent again. */
export function AddPhotos({ ids, onChange }: { ids: readonly string[]; onChange: (ids: string[]) => void }) {
  const t = useWords();
  const failure = useFailureWords();
  const input = useRef<HTMLInputElement>(null);
  const latest = useRef(ids);
  latest.current = ids;
  const [uploads, setUploads] = useState<readonly Upload[]>([]);
  const change = (key: string, part: Partial<Upload>) =>
    setUploads((all) => all.map((one) => (one.key === key ? { ...one, ...part } : one)));
  const drop = (key: string) => setUploads((all) => all.filter((one) => one.key !== key));

  const send = async ({ key, file }: Upload) => {
    change(key, { error: undefined, share: 0 });
    try {
      const photo = await uploadPhoto(file, { idempotencyKey: key, onProgress: (share) => change(key, { share }) });
      latest.current = [...latest.current, photo.id];
      onChange([...latest.current]);
      drop(key);
    } catch (error) {
      change(key, { error });
    }
  };

  const add = (files: FileList | null) => {
    const room = most - ids.length - uploads.length;
    const added = [...(files ?? [])].slice(0, room).map((file) => ({ key: newKey(), file, share: 0 }));
    setUploads((all) => [...all, ...added]);
    for (const upload of added) void send(upload);
  };

  return (
    <div className="add-photos">
      {ids.map((id, index) => (
        <span key={id} className="thumb">
          <img src={photoAddress(id, 'thumbnail')} alt={t('common:photo.nth', { nth: index + 1, total: ids.length })} />
          <button
            type="button"
            aria-label={t('console:photo.remove', { nth: index + 1 })}
            onClick={() => onChange(ids.filter((one) => one !== id))}
          >
            <Icon name="close" />
          </button>
        </span>
      ))}
      {uploads.map((upload) => (
        <span key={upload.key} className={upload.error ? 'thumb failed' : 'thumb'}>
          {upload.error ? (
            <>
              <span title={failure(upload.error)}>{t('console:photo.failed')}</span>
              <button type="button" className="link" onClick={() => void send(upload)}>
                {t('common:action.retry')}
              </button>
              <button type="button" aria-label={t('common:action.cancel')} onClick={() => drop(upload.key)}>
                <Icon name="close" />
              </button>
            </>
          ) : (
            <span role="progressbar" aria-label={upload.file.name} aria-valuenow={Math.round(upload.share * 100)}>
              {Math.round(upload.share * 100)}%
            </span>
          )}
        </span>
      ))}
      {ids.length + uploads.length < most && (
        <Button icon="camera" onClick={() => input.current?.click()}>
          {t('console:photo.add')}
        </Button>
      )}
      <input
        ref={input}
        type="file"
        accept="image/*"
        multiple
        hidden
        onChange={(event) => {
          add(event.target.files);
          event.target.value = '';
        }}
      />
    </div>
  );
}
