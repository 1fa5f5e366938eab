print("wireroom")
