import { useQuery } from '@tanstack/react-query';
import { TreeSelect } from 'antd';
import { useState } from 'react';
import type { AreaDetail } from '../../../../../contract/areas.ts';
import type { Case } from '../../../../../contract/cases.ts';
import { useWords } from '../../../../client/i18n/use-words.ts';
import { ProblemError } from '../../../../client/problem.ts';
import { categoriesQuery } from '../../../../client/queries/cases.ts';
import { Button } from '../../../../ui/button.tsx';
import { useFailureWords } from '../../../app/answers.tsx';
import AreaPicker from '../../../app/area-picker.tsx';
import { oneArea } from '../../../app/areas.ts';
import { categoryTree } from '../../../app/category-tree.ts';
import { Field } from '../../../app/field.tsx';
import { useSendKey } from '../../../app/send-key.ts';
import { mainGrant, useMe } from '../../../app/session.ts';
import { Themed } from '../../../app/themed.tsx';
import { kinds } from '../case-lists.ts';
import { useRaiseCase } from '../mutations.ts';
import { AddPhotos } from './add-photos.tsx';
import { PlaceByMap } from './place-by-map.tsx';
import { bodyOf, type DraftField, useRegisterDraft, wrongIn } from './register-draft.ts';
import { SimilarRegister } from './similar-register.tsx';

const sources = ['phone', 'counter', 'hotline', 'visit'] as const;

/** In the order of a call: who, where, what; nothing typed is lost when sending fails. */
export default function RegisterForm({ onDone }: { onDone: (one: Case) => void }) {
  const t = useWords();
  const failure = useFailureWords();
  const { keyFor, done } = useSendKey();
  const raising = useRaiseCase();
  const { data } = useQuery(categoriesQuery);
  const grant = mainGrant(useMe());
  const { draft, put, clear } = useRegisterDraft(grant?.area.tier === 'community' ? grant.area.id : undefined);
  const [tried, setTried] = useState(false);
  const [begunAt, begin] = useState(draft.areaId);
  const { data: begun } = useQuery({ ...oneArea(begunAt ?? ''), enabled: Boolean(begunAt) });
  const mistakes = wrongIn(draft);
  const category = data?.categories.find((one) => one.id === draft.categoryId);
  const wrong = (field: DraftField | 'title' | 'categoryId' | 'place', path: string = field) => {
    const mistake = tried && field in mistakes ? mistakes[field as DraftField] : undefined;
    if (mistake) return t(`console:register.${field}.${mistake}`);
    return raising.error instanceof ProblemError ? raising.error.field(path) : undefined;
  };
  const send = () => {
    setTried(true);
    if (Object.keys(mistakes).length > 0) return;
    const body = bodyOf(draft);
    raising.mutate(
      { body, key: keyFor(body) },
      {
        onSuccess: (one) => {
          done();
          clear();
          onDone(one);
        },
      },
    );
  };
  return (
    <Themed>
      <form
        className="box stack"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          send();
        }}
      >
        <fieldset className="choice">
          <legend>{t('console:register.source')}</legend>
          {sources.map((source) => (
            <label key={source}>
              <input type="radio" name="source" checked={draft.source === source} onChange={() => put({ source })} />
              {t(`cases:source.${source}`)}
            </label>
          ))}
        </fieldset>
        <div className="two">
          <Field label={t('console:raiser.name')} must wrong={wrong('name', 'onBehalf.name')}>
            {(parts) => (
              <input
                className="input"
                {...parts}
                maxLength={40}
                value={draft.name}
                onChange={(event) => put({ name: event.target.value })}
              />
            )}
          </Field>
          <Field
            label={t('console:raiser.phone')}
            wrong={wrong('phone', 'onBehalf.phone')}
            hint={t('console:register.phone.hint')}
          >
            {(parts) => (
              <input
                className="input"
                type="tel"
                {...parts}
                maxLength={20}
                value={draft.phone}
                onChange={(event) => put({ phone: event.target.value })}
              />
            )}
          </Field>
        </div>
        <AreaPicker
          key={begun?.id}
          must
          known={begun && [...begun.ancestors, begun]}
          wrong={wrong('areaId')}
          onChange={(areaId) => put({ areaId, position: undefined })}
        />
        <PlaceByMap
          root={rootOf(begun) ?? (grant && grant.area.tier !== 'street' ? grant.area : undefined)}
          position={draft.position}
          onPick={(area, position) => {
            put({ areaId: area.id, position });
            begin(area.id);
          }}
          onUnpin={() => put({ position: undefined })}
        />
        <Field label={t('console:place.words')} wrong={wrong('place')} hint={t('console:place.hint')}>
          {(parts) => (
            <input
              className="input"
              {...parts}
              maxLength={120}
              value={draft.place}
              onChange={(event) => put({ place: event.target.value })}
            />
          )}
        </Field>
        <Field label={t('console:register.body')} must wrong={wrong('body')}>
          {(parts) => (
            <textarea
              className="input"
              rows={5}
              {...parts}
              maxLength={4000}
              value={draft.body}
              onChange={(event) => put({ body: event.target.value })}
            />
          )}
        </Field>
        <SimilarRegister draft={draft} />
        <div className="two">
          <Field label={t('console:column.category')} wrong={wrong('categoryId')}>
            {(parts) => (
              <TreeSelect
                {...parts}
                allowClear
                showSearch={{ treeNodeFilterProp: 'title' }}
                treeData={categoryTree(data?.categories ?? [])}
                value={category?.id}
                onChange={(categoryId: string | undefined) => put({ categoryId })}
              />
            )}
          </Field>
          <Field label={t('console:column.title')} wrong={wrong('title')} hint={t('console:register.title.hint')}>
            {(parts) => (
              <input
                className="input"
                {...parts}
                maxLength={60}
                value={draft.title}
                onChange={(event) => put({ title: event.target.value })}
              />
            )}
          </Field>
        </div>
        {category?.danger && (
          <p className="call-first" role="alert">
            {t('console:register.callFirst', { number: category.callFirst ?? '110' })}
          </p>
        )}
        <fieldset className="choice">
          <legend>{t('console:column.kind')}</legend>
          {kinds.map((kind) => (
            <label key={kind}>
              <input type="radio" name="kind" checked={draft.kind === kind} onChange={() => put({ kind })} />
              {t(`cases:kind.${kind}`)}
            </label>
          ))}
        </fieldset>
        <AddPhotos ids={draft.photoIds} onChange={(photoIds) => put({ photoIds })} />
        {raising.error && (
          <p className="problem" role="alert">
            {failure(raising.error)} {t('console:register.kept')}
          </p>
        )}
        <div className="row">
          <Button type="submit" look="primary" busy={raising.isPending}>
            {t('console:register.send')}
          </Button>
        </div>
      </form>
    </Themed>
  );
}

/** The community in which the chosen area lies. */
const rootOf = (area: AreaDetail | undefined) =>
  area && [...area.ancestors, area].find(({ tier }) => tier === 'community');
