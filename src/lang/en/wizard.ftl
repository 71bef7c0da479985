### wizard
