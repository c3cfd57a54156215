"""Drives Huawei's generated SDK, and says what its own typed models parsed."""

from commands import serve
from huaweicloudsdkcore.auth.credentials import BasicCredentials
from huaweicloudsdkcore.region.region import Region
from huaweicloudsdkworkspace.v2 import (
    ExecuteScriptOrCommandReq,
    ExecuteScriptOrCommandRequest,
    ListScriptRecordsRequest,
    ListScriptTasksRequest,
    ShowScriptRecordDetailRequest,
    StopScriptExecutionReq,
    StopScriptExecutionRequest,
    WorkspaceClient,
)


def start(command):
    body = ExecuteScriptOrCommandReq(
        script_ids=["xxx122"],
        resource_type="DESKTOP",
        resource_ids=command["desktops"],
        execution_timeout=5,
    )
    answer = client(command).execute_script_or_command(ExecuteScriptOrCommandRequest(body=body))
    return {"task_id": answer.task_id}


def tasks(command):
    answer = client(command).list_script_tasks(ListScriptTasksRequest(task_id=command["ids"]))
    found = [
        {
            "id": task.id,
            "status": task.status,
            "resource_ids": task.resource_ids,
            "success_num": task.success_num,
            "start_time": task.start_time.isoformat(),
        }
        for task in answer.script_tasks
    ]
    return {"count": answer.count, "tasks": found, "whole": answer.to_dict()}


def records(command):
    answer = client(command).list_script_records(ListScriptRecordsRequest(script_task_id=command["id"]))
    found = [
        {"id": record.id, "script_task_id": record.script_task_id, "status": record.status}
        for record in answer.script_records
    ]
    return {"count": answer.count, "records": found, "whole": answer.to_dict()}


def record(command):
    answer = client(command).show_script_record_detail(ShowScriptRecordDetailRequest(record_id=command["id"]))
    return {
        "id": answer.id,
        "script_task_id": answer.script_task_id,
        "status": answer.status,
        "output": answer.output,
        "whole": answer.to_dict(),
    }


def stop(command):
    body = StopScriptExecutionReq(task_id=command["id"])
    answer = client(command).stop_script_execution(StopScriptExecutionRequest(body=body))
    return {"status_code": answer.status_code}


def client(command):
    key = command["key"]
    endpoint = f"http://{command['host']}"
    credentials = BasicCredentials(key["id"], key["secret"], command.get("project"))
    if "securityToken" in key:
        credentials = credentials.with_security_token(key["securityToken"])
    builder = WorkspaceClient.new_builder()
    if "region" not in command:
        return builder.with_credentials(credentials).with_endpoint(endpoint).build()
    # Without a project, the SDK asks for that of the region.
    credentials = credentials.with_iam_endpoint(endpoint)
    return builder.with_credentials(credentials).with_region(Region(command["region"], endpoint)).build()


def describe(error):
    return {
        "code": getattr(error, "error_code", str(error)),
        "status": getattr(error, "status_code", None),
    }


serve({"start": start, "tasks": tasks, "records": records, "record": record, "stop": stop}, describe)
