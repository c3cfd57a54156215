// Drives Huawei's generated SDK, and says what its own typed models parsed: it reads commands, one JSON object a
// line, and writes what came of each, one JSON object a line.
package main

import (
	"bufio"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"strings"

	"github.com/huaweicloud/huaweicloud-sdk-go-v3/core/auth/basic"
	"github.com/huaweicloud/huaweicloud-sdk-go-v3/core/region"
	"github.com/huaweicloud/huaweicloud-sdk-go-v3/core/sdkerr"
	workspace "github.com/huaweicloud/huaweicloud-sdk-go-v3/services/workspace/v2"
	"github.com/huaweicloud/huaweicloud-sdk-go-v3/services/workspace/v2/model"
)

type command struct {
	Do      string `json:"do"`
	Host    string `json:"host"`
	Project string `json:"project"`
	Region  string `json:"region"`
	Key     struct {
		ID            string `json:"id"`
		Secret        string `json:"secret"`
		SecurityToken string `json:"securityToken"`
	} `json:"key"`
	ID       string   `json:"id"`
	IDs      []string `json:"ids"`
	Desktops []string `json:"desktops"`
}

type fields map[string]any

func main() {
	input := bufio.NewScanner(os.Stdin)
	output := json.NewEncoder(os.Stdout)
	for input.Scan() {
		var given command
		if err := json.Unmarshal(input.Bytes(), &given); err != nil {
			fmt.Fprintln(os.Stderr, err)
			os.Exit(1)
		}
		value, err := do(given)
		if err != nil {
			output.Encode(fields{"error": describe(err)})
		} else {
			output.Encode(fields{"value": value})
		}
	}
}

func do(given command) (fields, error) {
	client, err := connect(given)
	if err != nil {
		return nil, err
	}
	switch given.Do {
	case "start":
		return start(client, given)
	case "tasks":
		return tasks(client, given)
	case "records":
		return records(client, given)
	case "record":
		return record(client, given)
	case "stop":
		return stop(client, given)
	}
	return nil, fmt.Errorf("no command %q", given.Do)
}

func start(client *workspace.WorkspaceClient, given command) (fields, error) {
	scripts, kind, timeout := []string{"xxx122"}, "DESKTOP", int32(5)
	answer, err := client.ExecuteScriptOrCommand(&model.ExecuteScriptOrCommandRequest{
		Body: &model.ExecuteScriptOrCommandReq{
			ScriptIds:        &scripts,
			ResourceType:     &kind,
			ResourceIds:      &given.Desktops,
			ExecutionTimeout: &timeout,
		},
	})
	if err != nil {
		return nil, err
	}
	return fields{"task_id": answer.TaskId}, nil
}

func tasks(client *workspace.WorkspaceClient, given command) (fields, error) {
	answer, err := client.ListScriptTasks(&model.ListScriptTasksRequest{TaskId: &given.IDs})
	if err != nil {
		return nil, err
	}
	found := []fields{}
	for _, task := range *answer.ScriptTasks {
		found = append(found, fields{
			"id":           task.Id,
			"status":       task.Status,
			"resource_ids": task.ResourceIds,
			"success_num":  task.SuccessNum,
			"start_time":   task.StartTime,
		})
	}
	return fields{"count": answer.Count, "tasks": found, "whole": answer}, nil
}

func records(client *workspace.WorkspaceClient, given command) (fields, error) {
	answer, err := client.ListScriptRecords(&model.ListScriptRecordsRequest{ScriptTaskId: &given.ID})
	if err != nil {
		return nil, err
	}
	found := []fields{}
	for _, record := range *answer.ScriptRecords {
		found = append(found, fields{
			"id":             record.Id,
			"script_task_id": record.ScriptTaskId,
			"status":         record.Status,
		})
	}
	return fields{"count": answer.Count, "records": found, "whole": answer}, nil
}

func record(client *workspace.WorkspaceClient, given command) (fields, error) {
	answer, err := client.ShowScriptRecordDetail(&model.ShowScriptRecordDetailRequest{RecordId: given.ID})
	if err != nil {
		return nil, err
	}
	return fields{
		"id":             answer.Id,
		"script_task_id": answer.ScriptTaskId,
		"status":         answer.Status,
		"output":         answer.Output,
		"whole":          answer,
	}, nil
}

func stop(client *workspace.WorkspaceClient, given command) (fields, error) {
	answer, err := client.StopScriptExecution(&model.StopScriptExecutionRequest{
		Body: &model.StopScriptExecutionReq{TaskId: &given.ID},
	})
	if err != nil {
		return nil, err
	}
	return fields{"status_code": answer.HttpStatusCode}, nil
}

func connect(given command) (*workspace.WorkspaceClient, error) {
	builder := basic.NewCredentialsBuilder().WithAk(given.Key.ID).WithSk(given.Key.Secret)
	if given.Key.SecurityToken != "" {
		builder = builder.WithSecurityToken(given.Key.SecurityToken)
	}
	endpoint := "http://" + given.Host
	hub := workspace.WorkspaceClientBuilder()
	if given.Region == "" {
		builder, hub = builder.WithProjectId(given.Project), hub.WithEndpoints([]string{endpoint})
	} else {
		// Without a project, the SDK asks for that of the region.
		builder = builder.WithIamEndpointOverride(endpoint)
		hub = hub.WithRegion(region.NewRegion(given.Region, endpoint))
	}
	credentials, err := builder.SafeBuild()
	if err != nil {
		return nil, err
	}
	client, err := hub.WithCredential(credentials).SafeBuild()
	if err != nil {
		return nil, err
	}
	return workspace.NewWorkspaceClient(client), nil
}

func describe(err error) fields {
	is := strings.TrimLeft(fmt.Sprintf("%T", err), "*")
	var response *sdkerr.ServiceResponseError
	if errors.As(err, &response) {
		return fields{"is": is, "code": response.ErrorCode, "status": response.StatusCode}
	}
	return fields{"is": is, "code": err.Error(), "status": nil}
}
