### playbook
