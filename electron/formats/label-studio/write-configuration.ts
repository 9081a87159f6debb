import type { Attribute } from '#shared/domain/attribute';
import type { Codebook, Label } from '#shared/domain/codebook';
import { toXmlAttributes } from '../xml/escape-xml.ts';
import { controlOf, nameControl } from './controls.ts';

/** The labelling configuration: every name that stands in the tasks. */
export const writeConfiguration = ({ labels, relationKinds }: Codebook): string =>
  [
    '<View>',
    '  <Labels name="label" toName="text">',
    ...labels.map(({ name, guideline }) => `    <Label${toXmlAttributes({ value: name, hint: guideline || null })}/>`),
    '  </Labels>',
    ...(relationKinds.length === 0
      ? []
      : [
          '  <Relations>',
          ...relationKinds.map(({ name }) => `    <Relation${toXmlAttributes({ value: name })}/>`),
          '  </Relations>',
        ]),
    '  <Text name="text" value="$text" granularity="symbol"/>',
    ...labels.flatMap((label) => label.attributes.flatMap((attribute) => writeControl(label, attribute))),
    '</View>',
    '',
  ].join('\n');

function writeControl(label: Label, attribute: Attribute): string[] {
  const control = controlOf(attribute);
  if (!control) return [];
  const shown = toXmlAttributes({ visibleWhen: 'region-selected', whenTagName: 'label', whenLabelValue: label.name });
  const own = { name: nameControl(label, attribute), toName: 'text', perRegion: 'true' };
  return [
    `  <View${shown}>`,
    `    <Header${toXmlAttributes({ value: attribute.name, size: 5 })}/>`,
    ...writeTag(control, own, attribute).map((line) => `    ${line}`),
    '  </View>',
  ];
}

function writeTag(control: 'choices' | 'textarea' | 'number', own: Record<string, string>, attribute: Attribute) {
  switch (control) {
    case 'textarea':
      return [`<TextArea${toXmlAttributes({ ...own, editable: 'true', maxSubmissions: 1 })}/>`];
    case 'number':
      return [`<Number${toXmlAttributes(own)}/>`];
    case 'choices': {
      const isSeveral = attribute.type === 'choices';
      const values = attribute.type === 'yes-no' ? ['yes', 'no'] : attribute.options.map(({ value }) => value);
      return [
        `<Choices${toXmlAttributes({ ...own, choice: isSeveral ? 'multiple' : 'single' })}>`,
        ...values.map((value) => `  <Choice${toXmlAttributes({ value })}/>`),
        '</Choices>',
      ];
    }
  }
}
