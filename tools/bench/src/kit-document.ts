/** What the bare server answers to each request of it. */
export const ANSWER: { readonly status: number; readonly type: string; readonly body: string } = {
  status: 200,
  type: "application/json",
  body: JSON.stringify({ id: "7", state: "RUNNING", progress: 3, owner: { name: "somebody" } }),
};

/** An OpenAPI document with so many operations that read, in YAML as people write it. */
export function documentOf(operations: number): string {
  return `openapi: 3.1.1
info: { title: Jobs, version: "1" }
paths:
${Array.from({ length: operations }, (_, index) => operation(index)).join("")}components:
  schemas:
    Job:
      type: object
      required: [id, state]
      properties:
        id: { type: string }
        state: { enum: [RUNNING, SUCCEEDED, FAILED] }
        progress: { type: integer, minimum: 0, maximum: 100 }
        owner: { type: object, properties: { name: { type: string } } }
    Error:
      type: object
      properties:
        code: { type: string }
        message: { type: string }
`;
}

function operation(index: number): string {
  return `  /jobs${index}/{id}:
    get:
      operationId: getJob${index}
      parameters:
        - { name: id, in: path, required: true, schema: { type: string }, example: "7" }
      responses:
        "200":
          description: The job
          content:
            application/json:
              schema: { $ref: "#/components/schemas/Job" }
              example: ${ANSWER.body}
        "404":
          description: No such job
          content:
            application/json:
              schema: { $ref: "#/components/schemas/Error" }
              example: { code: NotFound, message: no such job }
`;
}
