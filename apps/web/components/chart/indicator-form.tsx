'use client';

import { useState } from 'react';
import { SERIES_COLORS } from '@/components/charts/price-chart/chart-content';
import { Field } from '@/components/parts/field';
import { Button } from '@/components/ui/button';
import { Input } from '@/components/ui/input';
import { Select } from '@/components/ui/select';
import { cn } from '@/lib/cn';
import type { IndicatorChoice, ParamValue } from './indicator-choice';
import { faultOf, paramsOf } from './indicator-params';
import { SeriesKey } from './series-key';
import { defaultOf, type Indicator, type IndicatorParam } from './use-indicators';

export interface IndicatorFormProps {
  readonly indicator: Indicator;
  readonly choice: IndicatorChoice;
  readonly isNew: boolean;
  readonly onDone: (choice: IndicatorChoice) => void;
  readonly onRemove: () => void;
}

/** The parameters of an indicator as its catalog describes them, and its colour. */
export function IndicatorForm({ indicator, choice, isNew, onDone, onRemove }: IndicatorFormProps) {
  const [texts, setTexts] = useState<Readonly<Record<string, string>>>(() =>
    Object.fromEntries(
      indicator.params.map((param) => [param.name, String(choice.params[param.name] ?? defaultOf(param) ?? '')]),
    ),
  );
  const [color, setColor] = useState(choice.color);
  const faults = indicator.params.map((param) => faultOf(param, texts[param.name] ?? ''));
  const isWrong = faults.some((fault) => fault !== undefined);
  return (
    <form
      className="flex flex-col gap-4 pt-2"
      onSubmit={(event) => {
        event.preventDefault();
        if (!isWrong) onDone({ ...choice, color, params: paramsOf(indicator.params, texts) });
      }}
    >
      {indicator.params.length === 0 && <p className="text-text-2">It has no parameters.</p>}
      <div className="grid grid-cols-2 gap-x-4 gap-y-3 max-phone:grid-cols-1">
        {indicator.params.map((param, place) => (
          <ParamField
            key={param.name}
            param={param}
            text={texts[param.name] ?? ''}
            error={faults[place]}
            onText={(text) => setTexts((known) => ({ ...known, [param.name]: text }))}
          />
        ))}
      </div>
      {indicator.crossRules.map(({ message }) => (
        <p key={message} className="text-micro text-text-2">
          {message}
        </p>
      ))}
      <fieldset>
        <legend className="mb-1.5 font-[550] text-small">Colour</legend>
        <div className="flex flex-wrap gap-1.5">
          {SERIES_COLORS.map((one, place) => (
            <label
              key={one}
              className={cn(
                'relative flex size-9 cursor-pointer items-center justify-center rounded-control border has-[:focus-visible]:outline-2 has-[:focus-visible]:outline-focus max-phone:size-11',
                one === color ? 'border-line-strong bg-inset' : 'border-line',
              )}
            >
              <input
                type="radio"
                name="color"
                className="absolute inset-0 cursor-pointer opacity-0"
                aria-label={`Colour ${place + 1}${place >= 6 ? ', dotted' : place >= 4 ? ', dashed' : ''}`}
                checked={one === color}
                onChange={() => setColor(one)}
              />
              <SeriesKey color={one} />
            </label>
          ))}
        </div>
      </fieldset>
      <p className="text-micro text-text-2">
        Drawn {indicator.outputs.every(({ pane }) => pane === 'price') ? 'over the price' : 'in a pane of its own'}:{' '}
        {indicator.outputs.map(({ title }) => title).join(', ')}. Source: {indicator.source}.
      </p>
      <div className="flex gap-2">
        <Button variant="default" type="submit" disabled={isWrong}>
          {isNew ? 'Add to the chart' : 'Change'}
        </Button>
        {!isNew && <Button onClick={onRemove}>Remove from the chart</Button>}
      </div>
    </form>
  );
}

function ParamField({
  param,
  text,
  error,
  onText,
}: {
  readonly param: IndicatorParam;
  readonly text: string;
  readonly error: string | undefined;
  readonly onText: (text: string) => void;
}) {
  const id = `param-${param.name}`;
  const choices: readonly ParamValue[] | null = param.type === 'boolean' ? ['true', 'false'] : param.choices;
  return (
    <Field
      id={id}
      label={param.title}
      {...(choices === null ? { hint: param.rules } : {})}
      {...(param.about === null ? {} : { help: param.about })}
      error={error}
    >
      {choices !== null ? (
        <Select id={id} value={text} onChange={({ currentTarget }) => onText(currentTarget.value)}>
          {choices.map((one) => (
            <option key={String(one)} value={String(one)}>
              {String(one)}
            </option>
          ))}
        </Select>
      ) : (
        <Input
          id={id}
          inputMode={param.type === 'integer' ? 'numeric' : 'decimal'}
          value={text}
          unit={param.unit ?? undefined}
          aria-invalid={error !== undefined}
          aria-describedby={`${id}-error`}
          onChange={({ currentTarget }) => onText(currentTarget.value)}
        />
      )}
    </Field>
  );
}
